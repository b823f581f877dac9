package org.minyi.hotline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.hotline.HotlineCalls;
import org.springframework.stereotype.Component;

/** Raises the matter that came by the public hotline. */
@Component
class RaiseMatterDelegate implements JavaDelegate {

    private final HotlineCalls calls;

    RaiseMatterDelegate(HotlineCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.raise(HotlineProcess.taken(execution));
    }
}
