package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.OUTCOME;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Closing;
import org.minyi.workorder.Outcome;
import org.springframework.stereotype.Component;

/** Ends the order of a person who gave no answer, as the level above judged. */
@Component
class CloseUnansweredDelegate implements JavaDelegate {

    private final Closing closing;

    CloseUnansweredDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(WorkOrderProcess.order(execution), Outcome.NO_ANSWER, Optional.empty());
        OUTCOME.on(execution).set(Outcome.NO_ANSWER.name());
    }
}
