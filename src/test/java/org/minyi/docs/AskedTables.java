package org.minyi.docs;

import static org.minyi.docs.Markdown.file;
import static org.minyi.docs.Markdown.sentence;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The decision tables that count in one drawing. */
final class AskedTables {

    private final ProcessDrawing drawing;
    private final RuleTables tables;

    AskedTables(ProcessDrawing drawing, RuleTables tables) {
        this.drawing = drawing;
        this.tables = tables;
    }

    List<RuleTable> all() {
        return tables.all().stream().filter(table -> !askedBy(table).isEmpty()).toList();
    }

    List<String> row(RuleTable table) {
        return List.of(file(table.id(), table.file()), String.join(", ", askedBy(table)), sentence(table.purpose()));
    }

    /** The steps it limits and whatever names it; where nothing does, what speaks of it. */
    private List<String> askedBy(RuleTable table) {
        var limited = drawing.steps().stream()
                .filter(step -> tables.limiting(drawing.stepName(step)).contains(table))
                .map(UserTask::getName)
                .toList();
        var everyStep = !limited.isEmpty() && limited.size() == drawing.steps().size();
        var asking = Stream.concat(
                        everyStep
                                ? Stream.of("every step for people")
                                : limited.stream().map(Markdown::named),
                        drawing.asking(table.id()).stream().map(Markdown::named))
                .toList();
        return asking.isEmpty()
                ? drawing.speakingOf(table.id()).stream().map(Markdown::named).toList()
                : asking;
    }
}
