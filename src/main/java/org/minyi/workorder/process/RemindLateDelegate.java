package org.minyi.workorder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.Supervision.Reason;
import org.minyi.workorder.Rectifying;
import org.springframework.stereotype.Component;

/**
 * Reminds the unit by letter that its time has run out. The drawing as it was before every late step climbed the line by
 * itself (overdue.bpmn) calls it: matters that began with that drawing end with it.
 */
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
