package org.minyi.extension.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.extension.Granting;
import org.springframework.stereotype.Component;

/** Notes that nobody had to decide any more. */
@Component
class LapseRequestDelegate implements JavaDelegate {

    private final Granting granting;

    LapseRequestDelegate(Granting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        granting.lapse(ExtensionProcess.request(execution));
    }
}
