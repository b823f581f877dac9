package org.minyi.notice.process;

import static org.minyi.notice.process.ServeNoticeProcess.DONE_BY;
import static org.minyi.notice.process.ServeNoticeProcess.notice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.notice.Deliveries;
import org.springframework.stereotype.Component;

/** Keeps who confirmed the receipt. */
@Component
class KeepReceiptDelegate implements JavaDelegate {

    private final Deliveries deliveries;

    KeepReceiptDelegate(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deliveries.confirm(notice(execution), DONE_BY.on(execution).get());
    }
}
