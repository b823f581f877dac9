package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.ANSWER_GROUP;
import static org.minyi.responsibility.process.ResponsibilityProcess.ANSWER_USER;
import static org.minyi.responsibility.process.ResponsibilityProcess.OBJECTION_DUE;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.responsibility.Hearing;
import org.springframework.stereotype.Component;

/** Tells the respondent by document, and finds who answers and until when. */
@Component
class NotifyVerdictDelegate implements JavaDelegate {

    private final Hearing hearing;

    NotifyVerdictDelegate(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var heard = hearing.begin(ResponsibilityProcess.id(execution));
        ANSWER_GROUP.on(execution).set(heard.group());
        ANSWER_USER.on(execution).set(heard.user());
        OBJECTION_DUE.on(execution).set(heard.until().toString());
    }
}
