package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Closing;
import org.minyi.workorder.Outcome;
import org.springframework.stereotype.Component;

/** Ends the order because the person said it is settled. */
@Component
class CloseOrderDelegate implements JavaDelegate {

    private final Closing closing;

    CloseOrderDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(WorkOrderProcess.order(execution), Outcome.SATISFIED, Optional.empty());
        OUTCOME.on(execution).set(Outcome.SATISFIED.name());
    }
}
