package org.minyi.workorder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.Supervision.Reason;
import org.minyi.workorder.Rectifying;
import org.springframework.stereotype.Component;

/** Reminds the unit by letter that its time has run out. */
@Component
class RemindLateDelegate implements JavaDelegate {

    private final Rectifying rectifying;

    RemindLateDelegate(Rectifying rectifying) {
        this.rectifying = rectifying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rectifying.remind(WorkOrderProcess.order(execution), Reason.LATE);
    }
}
