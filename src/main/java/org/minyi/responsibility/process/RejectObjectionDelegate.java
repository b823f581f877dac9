package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.DONE_BY;
import static org.minyi.responsibility.process.ResponsibilityProcess.JUDGE_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.responsibility.Objections;
import org.springframework.stereotype.Component;

/** The verdict stays; the reasons are kept for the respondent. */
@Component
class RejectObjectionDelegate implements JavaDelegate {

    private final Objections objections;

    RejectObjectionDelegate(Objections objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.reject(
                ResponsibilityProcess.id(execution),
                DONE_BY.on(execution).get(),
                JUDGE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
