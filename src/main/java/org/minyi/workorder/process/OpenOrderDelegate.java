package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.CATEGORY;
import static org.minyi.workorder.process.WorkOrderProcess.LINE_ID;
import static org.minyi.workorder.process.WorkOrderProcess.MATTER_ID;
import static org.minyi.workorder.process.WorkOrderProcess.MATTER_NUMBER;
import static org.minyi.workorder.process.WorkOrderProcess.PERSON_ID;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONDENT_LEVEL;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONDENT_OFFICER;
import static org.minyi.workorder.process.WorkOrderProcess.RESPONDENT_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.ROUND;
import static org.minyi.workorder.process.WorkOrderProcess.SEVERITY;
import static org.minyi.workorder.process.WorkOrderProcess.WORK_ORDER_ID;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.organisation.UnitCode;
import org.minyi.workorder.Dispatching;
import org.minyi.workorder.NewOrder;
import org.minyi.workorder.Respondent;
import org.springframework.stereotype.Component;

/**
 * Opens the order of a complaint; its id becomes the business key. Who complained stays out of the process: whoever may
 * read a unit's task reads what it carries, and two matters with the same person in them would tell on each other.
 */
@Component
class OpenOrderDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    OpenOrderDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = dispatching.open(matter(execution));
        // An earlier version of the complaint's drawing, or an owner's own, may have handed them on.
        execution.removeVariables(List.of(PERSON_ID.name(), LINE_ID.name()));
        execution.setProcessBusinessKey(order.id().toString());
        WORK_ORDER_ID.on(execution).set(order.id().toString());
        ROUND.on(execution).set(order.round());
        RESPONDENT_LEVEL.on(execution).set(dispatching.levelOfRespondent(order));
    }

    private static NewOrder matter(DelegateExecution execution) {
        return new NewOrder(
                UUID.fromString(MATTER_ID.on(execution).get()),
                MATTER_NUMBER.on(execution).get(),
                PERSON_ID.on(execution).optional().map(PersonId::of).orElse(null),
                LINE_ID.on(execution).optional().map(LineId::of).orElse(null),
                CATEGORY.on(execution).get(),
                SEVERITY.on(execution).get(),
                new Respondent(
                        RESPONDENT_UNIT
                                .on(execution)
                                .optional()
                                .map(UnitCode::new)
                                .orElse(null),
                        RESPONDENT_OFFICER.on(execution).optional().orElse(null)));
    }
}
