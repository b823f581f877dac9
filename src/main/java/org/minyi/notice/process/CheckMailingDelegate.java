package org.minyi.notice.process;

import static org.minyi.notice.process.ServeNoticeProcess.MAY_ARRIVE;
import static org.minyi.notice.process.ServeNoticeProcess.notice;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.notice.Deliveries;
import org.springframework.stereotype.Component;

/** Looks whether the document can arrive by mail; what comes back from now on finds the task waiting. */
@Component
class CheckMailingDelegate implements JavaDelegate {

    private final Deliveries deliveries;

    CheckMailingDelegate(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MAY_ARRIVE.on(execution).set(deliveries.mayArrive(notice(execution)));
    }
}
