package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.ACCOUNTABLE;
import static org.minyi.responsibility.process.ResponsibilityProcess.INSPECTOR_GROUP;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.responsibility.Hearing;
import org.springframework.stereotype.Component;

/** The verdict counts from now on. */
@Component
class SettleVerdictDelegate implements JavaDelegate {

    private final Hearing hearing;

    SettleVerdictDelegate(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var ended = hearing.end(ResponsibilityProcess.id(execution));
        ACCOUNTABLE.on(execution).set(ended.accountable());
        INSPECTOR_GROUP.on(execution).set(ended.inspector().group());
    }
}
