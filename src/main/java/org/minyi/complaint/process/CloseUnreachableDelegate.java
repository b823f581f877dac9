package org.minyi.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Endings;
import org.springframework.stereotype.Component;

/** Ends the matter as the second person of the call decided. */
@Component
class CloseUnreachableDelegate implements JavaDelegate {

    private final Endings endings;

    CloseUnreachableDelegate(Endings endings) {
        this.endings = endings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endings.unreachable(ComplaintId.of(execution.getProcessBusinessKey()));
    }
}
