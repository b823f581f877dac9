package org.minyi.supervision.process;

import static org.minyi.supervision.process.OverdueProcess.CLIMB;
import static org.minyi.supervision.process.OverdueProcess.LATE_LEVEL;
import static org.minyi.supervision.process.OverdueProcess.LATE_UNIT;
import static org.minyi.supervision.process.OverdueProcess.ROUND;
import static org.minyi.supervision.process.OverdueProcess.STEP_NAME;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.calendar.Deadline;
import org.minyi.desk.Variable;
import org.minyi.supervision.Overdue;
import org.minyi.supervision.OverdueStep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins to tell a late step up the line, in the transaction that noticed it. */
@Component
class StepsOverdue {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Overdue overdue;

    StepsOverdue(RuntimeService runtime, TaskService tasks, Overdue overdue) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.overdue = overdue;
    }

    @EventListener
    void on(OverdueStep late) {
        var deadline = late.deadline();
        // A task that is gone in this very moment is not late any more.
        if (tasks.createTaskQuery().taskId(deadline.desk().task()).count() == 1) {
            runtime.startProcessInstanceByKey(OverdueProcess.ID, deadline.id().toString(), variables(deadline));
        }
    }

    private VariableMap variables(Deadline deadline) {
        var carried = tasks.getVariables(deadline.desk().task(), OverdueProcess.OF_THE_MATTER);
        var variables = Variables.createVariables();
        OverdueProcess.OF_THE_MATTER.forEach(name -> Variable.text(name).with(text(carried, name), variables));
        var unit = deadline.turn().unit();
        ROUND.with(deadline.turn().round(), variables);
        STEP_NAME.with(deadline.desk().name(), variables);
        LATE_UNIT.with(unit == null ? null : unit.value(), variables);
        LATE_LEVEL.with(overdue.level(unit).name(), variables);
        return CLIMB.with(1, variables);
    }

    private static String text(Map<String, Object> carried, String name) {
        return carried.get(name) instanceof String text ? text : null;
    }
}
