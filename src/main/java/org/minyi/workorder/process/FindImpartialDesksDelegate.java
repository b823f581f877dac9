package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.CONFIRM_GROUP;
import static org.minyi.workorder.process.WorkOrderProcess.DIRECTOR_GROUP;
import static org.minyi.workorder.process.WorkOrderProcess.EXECUTING_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.HANDLING_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.PROPOSE_GROUP;
import static org.minyi.workorder.process.WorkOrderProcess.RECTIFY_GROUP;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONDENT_OFFICER;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONDENT_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONSIBLE_OFFICER;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONSIBLE_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.REVIEW_GROUP;
import static org.minyi.workorder.process.WorkOrderProcess.SUPERVISE_GROUP;
import static org.minyi.workorder.process.WorkOrderProcess.VERIFY_GROUP;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.organisation.UnitCode;
import org.minyi.workorder.Dispatching;
import org.springframework.stereotype.Component;

/** Settles who puts the order right and which desks, none of them its own judge, look after it. */
@Component
class FindImpartialDesksDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    FindImpartialDesksDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var desks = dispatching.assign(
                WorkOrderProcess.order(execution),
                EXECUTING_UNIT.on(execution).optional().map(UnitCode::new));
        HANDLING_UNIT.on(execution).set(desks.handling().value());
        EXECUTING_UNIT.on(execution).set(desks.executing().value());
        VERIFY_GROUP.on(execution).set(desks.verifying().group());
        PROPOSE_GROUP.on(execution).set(desks.proposing().group());
        CONFIRM_GROUP.on(execution).set(desks.confirming().group());
        RECTIFY_GROUP.on(execution).set(desks.rectifying().group());
        REVIEW_GROUP.on(execution).set(desks.reviewing().group());
        SUPERVISE_GROUP.on(execution).set(desks.supervising().group());
        DIRECTOR_GROUP.on(execution).set(desks.deciding().group());
        // What the form suggests; whoever proposes may find that somebody else answers for it.
        RESPONSIBLE_UNIT
                .on(execution)
                .set(RESPONDENT_UNIT
                        .on(execution)
                        .optional()
                        .orElse(desks.executing().value()));
        RESPONSIBLE_OFFICER
                .on(execution)
                .set(RESPONDENT_OFFICER.on(execution).optional().orElse(null));
    }
}
