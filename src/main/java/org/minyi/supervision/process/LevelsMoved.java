package org.minyi.supervision.process;

import static org.minyi.supervision.process.OverdueProcess.CLIMB_DUE;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.DeadlinesMoved;
import org.minyi.supervision.Overdue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A level that has urged waits until its time is over, also where that time moved: by an outage, by another calendar. */
@Component
class LevelsMoved {

    private final RuntimeService runtime;
    private final ManagementService jobs;

    LevelsMoved(RuntimeService runtime, ManagementService jobs) {
        this.runtime = runtime;
        this.jobs = jobs;
    }

    @EventListener
    void on(DeadlinesMoved moved) {
        moved.deadlines().stream()
                .filter(deadline -> Overdue.isLevels(deadline.turn()))
                .forEach(this::carry);
    }

    private void carry(Deadline level) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(OverdueProcess.ID)
                .processInstanceBusinessKey(Overdue.lateStep(level.turn()).toString())
                .list()
                .forEach(climb -> {
                    runtime.setVariable(
                            climb.getId(), CLIMB_DUE.name(), level.due().toString());
                    jobs.createJobQuery()
                            .processInstanceId(climb.getId())
                            .activityId(OverdueProcess.LEVEL_TIME_OVER)
                            .list()
                            .forEach(timer -> jobs.setJobDuedate(timer.getId(), Date.from(level.due()), false));
                });
    }
}
