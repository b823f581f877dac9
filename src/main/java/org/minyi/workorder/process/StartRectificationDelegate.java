package org.minyi.workorder.process;

import static org.minyi.workorder.process.WorkOrderProcess.RECTIFICATION_DUE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.workorder.Rectifying;
import org.springframework.stereotype.Component;

/** Begins this round's rectification. */
@Component
class StartRectificationDelegate implements JavaDelegate {

    private final Rectifying rectifying;

    StartRectificationDelegate(Rectifying rectifying) {
        this.rectifying = rectifying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RECTIFICATION_DUE
                .on(execution)
                .set(rectifying.start(WorkOrderProcess.order(execution)).toString());
    }
}
