package org.minyi.supervision.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.minyi.calendar.DeadlineEnded;
import org.minyi.calendar.DeadlinesMoved;
import org.minyi.supervision.Overdue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A step that is done, or has got more time, is told up the line no further. */
@Component
class LateStepsDone {

    private static final List<String> LEVEL = List.of(OverdueProcess.MATTER_ID.name(), OverdueProcess.PART.name());

    private final RuntimeService runtime;
    private final Overdue overdue;

    LateStepsDone(RuntimeService runtime, Overdue overdue) {
        this.runtime = runtime;
        this.overdue = overdue;
    }

    @EventListener
    void on(DeadlineEnded ended) {
        if (ended.deadline().toldAt() != null) {
            end(ended.deadline().id());
        }
    }

    @EventListener
    void on(DeadlinesMoved moved) {
        moved.deadlines().stream()
                .filter(deadline -> !overdue.isLate(deadline.id()))
                .forEach(deadline -> end(deadline.id()));
    }

    private void end(UUID deadline) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(OverdueProcess.ID)
                .processInstanceBusinessKey(deadline.toString())
                .list()
                .forEach(climb -> levelOver(deadline, runtime.getVariables(climb.getId(), LEVEL)));
        runtime.createMessageCorrelation(OverdueProcess.STEP_DONE)
                .processInstanceBusinessKey(deadline.toString())
                .correlateAll();
    }

    private void levelOver(UUID deadline, Map<String, Object> level) {
        var matter = level.get(OverdueProcess.MATTER_ID.name());
        var part = level.get(OverdueProcess.PART.name());
        if (part != null) {
            overdue.levelOver(matter == null ? deadline : UUID.fromString(matter.toString()), part.toString());
        }
    }
}
