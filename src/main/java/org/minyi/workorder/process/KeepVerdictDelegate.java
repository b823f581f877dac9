package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.SCORE;
import static org.minyi.workorder.process.WorkOrderProcess.VERDICT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Rectifying;
import org.minyi.workorder.Verdict;
import org.springframework.stereotype.Component;

/** Makes the confirmed verdict and score facts of the order. */
@Component
class KeepVerdictDelegate implements JavaDelegate {

    private final Rectifying rectifying;

    KeepVerdictDelegate(Rectifying rectifying) {
        this.rectifying = rectifying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rectifying.judged(
                WorkOrderProcess.order(execution),
                Verdict.valueOf(VERDICT.on(execution).get()),
                Integer.parseInt(SCORE.on(execution).get()));
    }
}
