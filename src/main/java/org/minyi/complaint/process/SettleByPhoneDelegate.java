package org.minyi.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Ends the matter as the person said on the telephone. */
@Component
class SettleByPhoneDelegate implements JavaDelegate {

    private final Endings endings;

    SettleByPhoneDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.settledByPhone(ComplaintId.of(execution.getProcessBusinessKey()));
    }
}
