package org.minyi.hotline.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.hotline.RingBacks;
import org.springframework.stereotype.Component;

/** Leaves somebody alone whom no try has reached. */
@Component
class LeaveCallDelegate implements JavaDelegate {

    private final RingBacks ringBacks;

    LeaveCallDelegate(RingBacks ringBacks) {
        this.ringBacks = ringBacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ringBacks.leave(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
