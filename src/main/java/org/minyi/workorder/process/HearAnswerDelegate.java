package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.ANSWER;
import static org.minyi.workorder.process.WorkOrderProcess.HEARD;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Resurvey;
import org.springframework.stereotype.Component;

/** Keeps what the person said and whether that is good enough. */
@Component
class HearAnswerDelegate implements JavaDelegate {

    private final Resurvey resurvey;

    HearAnswerDelegate(Resurvey resurvey) {
        this.resurvey = resurvey;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var heard = resurvey.heard(
                WorkOrderProcess.order(execution), ANSWER.on(execution).get());
        HEARD.on(execution).set(heard.name());
    }
}
