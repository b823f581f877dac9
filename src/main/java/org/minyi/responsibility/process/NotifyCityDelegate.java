package org.minyi.responsibility.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.responsibility.AccountableCases;
import org.springframework.stereotype.Component;

/** Opens the case and tells every sub-centre. */
@Component
class NotifyCityDelegate implements JavaDelegate {

    private final AccountableCases cases;

    NotifyCityDelegate(AccountableCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.open(ResponsibilityProcess.id(execution));
    }
}
