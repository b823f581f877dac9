package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.ANSWER;
import static org.minyi.workorder.process.WorkOrderProcess.ASKED_BY_SMS;
import static org.minyi.workorder.process.WorkOrderProcess.ASKED_HOW;
import static org.minyi.workorder.process.WorkOrderProcess.REPLY_DUE;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.AskedHow;
import org.minyi.workorder.Resurvey;
import org.springframework.stereotype.Component;

/** Asks the person whether it has been put right, where they may be asked. */
@Component
class AskAgainDelegate implements JavaDelegate {

    private final Resurvey resurvey;

    AskAgainDelegate(Resurvey resurvey) {
        this.resurvey = resurvey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = resurvey.askAgain(WorkOrderProcess.order(execution));
        ASKED_HOW.on(execution).set(asked.how().name());
        ASKED_BY_SMS.on(execution).set(asked.how() == AskedHow.BY_SMS);
        REPLY_DUE.on(execution).set(asked.until().map(Instant::toString).orElse(null));
        // What a call of the round before came to is no answer to this question.
        ANSWER.on(execution).set(Resurvey.NOT_ASKED);
    }
}
