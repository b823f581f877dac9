package org.minyi.desk.task;

import static org.minyi.desk.task.TaskVariables.ATTEMPT;
import static org.minyi.desk.task.TaskVariables.CATEGORY;
import static org.minyi.desk.task.TaskVariables.MATTER_ID;
import static org.minyi.desk.task.TaskVariables.MATTER_NUMBER;
import static org.minyi.desk.task.TaskVariables.PART;
import static org.minyi.desk.task.TaskVariables.ROUND;
import static org.minyi.desk.task.TaskVariables.SEVERITY;

import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minyi.calendar.AtDesk;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.Turn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives every task its deadline and priority from the table of time limits, and stops its clock when it is gone. A task
 * that comes back in the same round keeps its deadline; one that was put off until a later attempt starts anew, because
 * nobody could do it meanwhile.
 */
@Component
class DueDate {

    private final ObjectProvider<StepLimits> limits;
    private final ObjectProvider<Deadlines> deadlines;
    private final OfferedUnit units;

    DueDate(ObjectProvider<StepLimits> limits, ObjectProvider<Deadlines> deadlines, OfferedUnit units) {
        this.limits = limits;
        this.deadlines = deadlines;
        this.units = units;
    }

    void begin(Step step, DelegateTask task) {
        var limit = limits.getObject()
                .limit(
                        step.name(),
                        CATEGORY.on(task).optional().orElse(null),
                        SEVERITY.on(task).optional().orElse(null));
        var turn = new Turn(
                        matter(task),
                        step.name(),
                        ROUND.on(task).optional().orElse(1),
                        units.of(task),
                        PART.on(task).optional().orElse(""))
                .attempt(ATTEMPT.on(task).optional().orElse(0));
        var deadline = deadlines
                .getObject()
                .begin(
                        turn,
                        limit,
                        new AtDesk(
                                task.getId(),
                                task.getName(),
                                MATTER_NUMBER.on(task).optional().orElse(null)));
        task.setDueDate(Date.from(deadline.due()));
        task.setPriority(limit.priority());
    }

    void end(DelegateTask task) {
        deadlines.getObject().end(task.getId());
    }

    /** Every matter has an id of its own; what has none is known by its business key, or by its instance. */
    private static UUID matter(DelegateTask task) {
        return MATTER_ID
                .on(task)
                .optional()
                .or(() -> Optional.ofNullable(task.getExecution().getProcessBusinessKey())
                        .filter(DueDate::isId))
                .map(UUID::fromString)
                .orElseGet(() -> UUID.fromString(task.getProcessInstanceId()));
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
