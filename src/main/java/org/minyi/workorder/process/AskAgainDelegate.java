package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.ASKED_BY_SMS;
import static org.minyi.workorder.process.WorkOrderProcess.REPLY_DUE;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Resurvey;
import org.springframework.stereotype.Component;

/** Asks the person by SMS whether it has been put right, where they can be asked. */
@Component
class AskAgainDelegate implements JavaDelegate {

    private final Resurvey resurvey;

    AskAgainDelegate(Resurvey resurvey) {
        this.resurvey = resurvey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var closesAt = resurvey.askAgain(WorkOrderProcess.order(execution));
        ASKED_BY_SMS.on(execution).set(closesAt.isPresent());
        REPLY_DUE.on(execution).set(closesAt.map(Instant::toString).orElse(null));
    }
}
