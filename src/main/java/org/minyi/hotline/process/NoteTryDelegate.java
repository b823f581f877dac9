package org.minyi.hotline.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.hotline.RingBack;
import org.minyi.hotline.RingBacks;
import org.springframework.stereotype.Component;

/** Keeps the try that somebody has just made. */
@Component
class NoteTryDelegate implements JavaDelegate {

    private final RingBacks ringBacks;

    NoteTryDelegate(RingBacks ringBacks) {
        this.ringBacks = ringBacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var tried = ringBacks.tried(
                UUID.fromString(execution.getProcessBusinessKey()),
                RingBack.valueOf(HotlineProcess.RING_OUTCOME.on(execution).get()));
        HotlineProcess.ATTEMPT.on(execution).set(tried.number());
        HotlineProcess.ATTEMPT_HOUR.on(execution).set(tried.at().getHour());
    }
}
