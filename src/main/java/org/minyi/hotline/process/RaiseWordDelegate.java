package org.minyi.hotline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.hotline.HotlineCalls;
import org.springframework.stereotype.Component;

/** Raises the matter that an officer spoke of. */
@Component
class RaiseWordDelegate implements JavaDelegate {

    private final HotlineCalls calls;

    RaiseWordDelegate(HotlineCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.raiseInConfidence(HotlineProcess.taken(execution));
    }
}
