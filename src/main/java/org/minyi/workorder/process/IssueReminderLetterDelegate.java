package org.minyi.workorder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.Supervision.Reason;
import org.minyi.workorder.Rectifying;
import org.springframework.stereotype.Component;

/**
 * Reminds the unit by letter that it has to put the matter right once more. The drawing as it was before every rung had a
 * process of its own (supervision.bpmn) calls it: matters that began with that drawing end with it.
 */
@Component
class IssueReminderLetterDelegate implements JavaDelegate {

    private final Rectifying rectifying;

    IssueReminderLetterDelegate(Rectifying rectifying) {
        this.rectifying = rectifying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rectifying.remind(WorkOrderProcess.order(execution), Reason.ONCE_MORE);
    }
}
