package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.DONE_BY;
import static org.minyi.responsibility.process.ResponsibilityProcess.OBJECTION_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.responsibility.Objections;
import org.springframework.stereotype.Component;

/** Keeps what the respondent objects; nothing follows of the verdict until it is settled. */
@Component
class RaiseObjectionDelegate implements JavaDelegate {

    private final Objections objections;

    RaiseObjectionDelegate(Objections objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.raise(
                ResponsibilityProcess.id(execution),
                DONE_BY.on(execution).get(),
                OBJECTION_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
