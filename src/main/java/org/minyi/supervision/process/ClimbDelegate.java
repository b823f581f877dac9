package org.minyi.supervision.process;

import static org.minyi.supervision.process.OverdueProcess.CLIMB;
import static org.minyi.supervision.process.OverdueProcess.CLIMB_DUE;
import static org.minyi.supervision.process.OverdueProcess.CLIMB_GROUP;
import static org.minyi.supervision.process.OverdueProcess.CLIMB_ROLE;
import static org.minyi.supervision.process.OverdueProcess.PART;
import static org.minyi.supervision.process.OverdueProcess.ROUND;
import static org.minyi.supervision.process.OverdueProcess.SEVERITY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.organisation.Role;
import org.minyi.supervision.Overdue;
import org.springframework.stereotype.Component;

/** Finds the desk of the level that is told now, and until when it has. */
@Component
class ClimbDelegate implements JavaDelegate {

    private final Overdue overdue;

    ClimbDelegate(Overdue overdue) {
        this.overdue = overdue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OverdueProcess.levelOver(overdue, execution);
        var climb = CLIMB.on(execution).get();
        var desk = overdue.deskAbove(
                OverdueProcess.lateUnit(execution),
                Role.valueOf(CLIMB_ROLE.on(execution).get()));
        var turn = overdue.turn(
                OverdueProcess.matter(execution),
                ROUND.on(execution).get(),
                desk,
                OverdueProcess.deadline(execution),
                climb);
        CLIMB_GROUP.on(execution).set(desk.group());
        PART.on(execution).set(turn.part());
        CLIMB_DUE
                .on(execution)
                .set(overdue.untilNextLevel(
                                turn, SEVERITY.on(execution).optional().orElse(null))
                        .toString());
        CLIMB.on(execution).set(climb + 1);
    }
}
