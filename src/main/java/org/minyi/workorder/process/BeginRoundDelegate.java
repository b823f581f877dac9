package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.ROUND;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Rectifying;
import org.springframework.stereotype.Component;

/** Begins the next round. */
@Component
class BeginRoundDelegate implements JavaDelegate {

    private final Rectifying rectifying;

    BeginRoundDelegate(Rectifying rectifying) {
        this.rectifying = rectifying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ROUND.on(execution).set(rectifying.nextRound(WorkOrderProcess.order(execution)));
    }
}
