package org.minyi.hotline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.hotline.HotlineCalls;
import org.springframework.stereotype.Component;

/** Raises the matter of somebody who gave up waiting and was rung back. */
@Component
class RaiseRungDelegate implements JavaDelegate {

    private final HotlineCalls calls;

    RaiseRungDelegate(HotlineCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.raise(HotlineProcess.taken(execution));
    }
}
