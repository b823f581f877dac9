package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.HANDLING_LEVEL;
import static org.minyi.workorder.process.WorkOrderProcess.HANDLING_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.REDISPATCH_UNIT;
import static org.minyi.workorder.process.WorkOrderProcess.SIGN_GROUP;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.organisation.UnitCode;
import org.minyi.workorder.Dispatching;
import org.minyi.workorder.HandlingLevel;
import org.springframework.stereotype.Component;

/** Sends the order to the unit that has to sign for it. */
@Component
class DispatchOrderDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    DispatchOrderDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var dispatch = dispatching.dispatch(
                WorkOrderProcess.order(execution),
                HandlingLevel.valueOf(HANDLING_LEVEL.on(execution).get()),
                REDISPATCH_UNIT.on(execution).optional().map(UnitCode::new));
        HANDLING_UNIT.on(execution).set(dispatch.handling().value());
        SIGN_GROUP.on(execution).set(dispatch.signing().group());
    }
}
