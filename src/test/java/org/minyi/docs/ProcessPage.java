package org.minyi.docs;

import static java.util.stream.Collectors.joining;
import static org.minyi.docs.Markdown.code;
import static org.minyi.docs.Markdown.ended;
import static org.minyi.docs.Markdown.file;
import static org.minyi.docs.Markdown.named;
import static org.minyi.docs.Markdown.sentence;
import static org.minyi.docs.Markdown.table;
import static org.minyi.docs.Markdown.text;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the document says about one process. */
final class ProcessPage {

    private final ProcessDrawing drawing;
    private final ProcessDrawings all;
    private final AskedTables asked;
    private final LimitWords limits;

    ProcessPage(ProcessDrawing drawing, ProcessDrawings all, RuleTables tables) {
        this.drawing = drawing;
        this.all = all;
        this.asked = new AskedTables(drawing, tables);
        this.limits = new LimitWords(tables);
    }

    String write() {
        return Stream.concat(Stream.of("## " + text(drawing.name()), picture(), facts()), sections())
                .map(String::strip)
                .collect(joining("\n\n"));
    }

    /** What there is none of is one line at the end, without a heading. */
    private Stream<String> sections() {
        var steps = rows(List.of("Step", "Who", "Time allowed", "If ignored"), drawing.steps(), this::step);
        var timers = rows(
                List.of("Timer", "What it does", "In the drawing", "Where its limit comes from"),
                drawing.waitingFor(TimerEventDefinition.class),
                this::timer);
        var tables = rows(List.of("Table", "Asked by", "It decides"), asked.all(), asked::row);
        var none = (steps.isEmpty() ? "No steps for people. " : "")
                + (timers.isEmpty() ? "No timers. " : "")
                + (tables.isEmpty() ? "No tables are asked." : "");
        return Stream.of(
                        headed("Steps for people", steps),
                        headed("Timers", timers),
                        headed("Tables it asks", tables),
                        none)
                .filter(section -> !section.isEmpty());
    }

    private static String headed(String heading, String table) {
        return table.isEmpty() ? "" : "### " + heading + "\n\n" + table;
    }

    private String picture() {
        var image = "images/" + drawing.id() + ".svg";
        return "[![%s](%s)](%s)".formatted(text(drawing.name()), image, image);
    }

    private String facts() {
        var told = drawing.told();
        return Stream.of(
                        fact("Purpose", sentence(told.of("Purpose"))),
                        fact("Starts when", sentence(told.of("Starts when"))),
                        fact("Ends when", sentence(told.of("Ends when"))),
                        fact("Calls", ProcessDrawings.links(all.calledBy(drawing))),
                        fact("Called by", ProcessDrawings.links(all.calling(drawing))),
                        fact("Messages it waits for", messages()),
                        fact("Drawing", file(drawing.file().getFileName().toString(), drawing.file())))
                .collect(joining());
    }

    private static String fact(String what, String words) {
        return words.isEmpty() ? "" : "- **" + what + ":** " + words + "\n";
    }

    private String messages() {
        var events = drawing.waitingFor(MessageEventDefinition.class).stream()
                .map(event ->
                        message(definition(event, MessageEventDefinition.class).getMessage(), event));
        return Stream.concat(events, drawing.receiving().stream().map(task -> message(task.getMessage(), task)))
                .collect(joining("; "));
    }

    private static String message(Message message, FlowNode at) {
        return code(message.getName()) + " (" + named(at.getName()) + ": " + EventWords.of(at) + ")";
    }

    private List<String> step(UserTask step) {
        var told = Told.of(step);
        return List.of(
                text(step.getName()),
                sentence(told.of("Who")) + "\ndesk: " + desks(step),
                limits.ofStep(drawing.stepName(step)),
                sentence(told.of("If ignored")));
    }

    private static String desks(UserTask step) {
        return step.getCamundaCandidateGroupsList().stream().map(Markdown::code).collect(joining(", "));
    }

    private List<String> timer(CatchEvent event) {
        var times = definition(event, TimerEventDefinition.class);
        var written = Stream.of(times.getTimeDate(), times.getTimeDuration(), times.getTimeCycle())
                .filter(time -> time != null)
                .map(ModelElementInstance::getTextContent)
                .map(Markdown::code)
                .collect(joining());
        return List.of(
                text(event.getName()),
                ended(EventWords.of(event) + (times.getTimeCycle() == null ? "" : ", again and again"))
                        + "\n"
                        + sentence(Told.documentation(event)),
                written,
                TimerLimit.of(event).map(limits::ofTimer).map(Markdown::ended).orElse("not said"));
    }

    private static <T> String rows(List<String> head, Collection<T> things, Function<T, List<String>> row) {
        return things.isEmpty() ? "" : table(head, things.stream().map(row).toList());
    }

    private static <T extends EventDefinition> T definition(CatchEvent event, Class<T> kind) {
        return event.getEventDefinitions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
