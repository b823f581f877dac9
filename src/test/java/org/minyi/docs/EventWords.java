package org.minyi.docs;

import static java.util.stream.Collectors.joining;
import static org.minyi.docs.Markdown.named;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What a timer or a message does in its drawing. */
final class EventWords {

    private EventWords() {}

    static String of(FlowNode event) {
        if (event instanceof StartEvent start) {
            return starting(start);
        }
        return event instanceof BoundaryEvent boundary ? beside(boundary) : waiting(event);
    }

    private static String starting(StartEvent start) {
        if (!(start.getParentElement() instanceof SubProcess part)) {
            return "starts the process";
        }
        return "starts "
                + named(part.getName())
                + (start.isInterrupting() ? "; everything else ends" : "; everything else goes on");
    }

    private static String beside(BoundaryEvent boundary) {
        Activity step = boundary.getAttachedTo();
        return "at the step " + named(step.getName()) + ", "
                + (boundary.cancelActivity() ? "which ends" : "which stays open");
    }

    private static String waiting(FlowNode event) {
        var others = event.getPreviousNodes().list().stream()
                .filter(EventBasedGateway.class::isInstance)
                .flatMap(gateway -> gateway.getSucceedingNodes().list().stream())
                .filter(other -> !other.equals(event))
                .map(FlowNode::getName)
                .map(Markdown::named)
                .collect(joining(", "));
        var who = event.getParentElement() instanceof SubProcess part ? named(part.getName()) : "the process";
        return who
                + (others.isEmpty() ? " waits here" : " waits for this or for " + others + ", whichever comes first");
    }
}
