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

/** Opens the order of a complaint; its id becomes the business key. */
@Component
class OpenOrderDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    OpenOrderDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var order = dispatching.open(matter(execution));
        execution.setProcessBusinessKey(order.id().toString());
        WORK_ORDER_ID.on(execution).set(order.id().toString());
        ROUND.on(execution).set(order.round());
        RESPONDENT_LEVEL.on(execution).set(dispatching.levelOfRespondent(order));
    }

    private static NewOrder matter(DelegateExecution execution) {
        return new NewOrder(
                UUID.fromString(MATTER_ID.on(execution).get()),
                MATTER_NUMBER.on(execution).get(),
                PersonId.of(PERSON_ID.on(execution).get()),
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
