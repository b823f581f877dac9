package org.minyi.responsibility.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.responsibility.VerdictLetters;
import org.springframework.stereotype.Component;

/** Tells the respondent what the objection came to. */
@Component
class NotifySettledDelegate implements JavaDelegate {

    private final VerdictLetters letters;

    NotifySettledDelegate(VerdictLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.settled(ResponsibilityProcess.id(execution));
    }
}
