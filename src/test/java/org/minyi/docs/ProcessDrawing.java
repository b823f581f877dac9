package org.minyi.docs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A process as its drawing tells it. Elements are asked for by their exact kind: of one kind the model library keeps the
 * order of the file, of several it keeps none.
 */
final class ProcessDrawing {

    private final Path file;
    private final BpmnModelInstance model;
    private final Process process;

    private ProcessDrawing(Path file) {
        this.file = file;
        this.model = Bpmn.readModelFromFile(file.toFile());
        this.process = all(Process.class).iterator().next();
    }

    static ProcessDrawing of(Path file) {
        return new ProcessDrawing(file);
    }

    Path file() {
        return file;
    }

    String id() {
        return process.getId();
    }

    String name() {
        return process.getName();
    }

    Told told() {
        return Told.of(process);
    }

    Collection<UserTask> steps() {
        return all(UserTask.class);
    }

    /** As the table of time limits calls it. */
    String stepName(UserTask step) {
        return id() + "." + step.getId().replaceFirst("^userTask_", "");
    }

    /** The events that wait for this kind of thing. */
    List<CatchEvent> waitingFor(Class<? extends EventDefinition> kind) {
        return Stream.of(StartEvent.class, IntermediateCatchEvent.class, BoundaryEvent.class)
                .flatMap(type -> all(type).stream())
                .map(CatchEvent.class::cast)
                .filter(event -> event.getEventDefinitions().stream().anyMatch(kind::isInstance))
                .toList();
    }

    Collection<ReceiveTask> receiving() {
        return all(ReceiveTask.class);
    }

    /** The ids of the processes it calls. */
    Set<String> calls() {
        var called = new LinkedHashSet<String>();
        all(CallActivity.class).forEach(call -> called.add(call.getCalledElement()));
        return called;
    }

    /** The names of the tasks that ask a table, and of the timers that have their time from it. */
    List<String> asking(String table) {
        var rules = all(BusinessRuleTask.class).stream().filter(task -> table.equals(task.getCamundaDecisionRef()));
        var timers = waitingFor(TimerEventDefinition.class).stream().filter(event -> TimerLimit.of(event)
                .filter(limit -> limit.source().equals(table))
                .isPresent());
        return Stream.<FlowElement>concat(rules, timers)
                .map(FlowElement::getName)
                .distinct()
                .toList();
    }

    /** The names of the lanes and steps whose words name a table. */
    List<String> speakingOf(String table) {
        var word = Pattern.compile("(?<![\\w-])" + Pattern.quote(table) + "(?![\\w-])");
        return Stream.<BaseElement>concat(all(Lane.class).stream(), steps().stream())
                .filter(element -> word.matcher(Told.documentation(element)).find())
                .map(element -> element.getAttributeValue("name"))
                .distinct()
                .toList();
    }

    private <T extends ModelElementInstance> Collection<T> all(Class<T> kind) {
        return model.getModelElementsByType(kind);
    }
}
