package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.DONE_BY;
import static org.minyi.responsibility.process.ResponsibilityProcess.JUDGE_WORDS_ID;
import static org.minyi.responsibility.process.ResponsibilityProcess.SCORE;
import static org.minyi.responsibility.process.ResponsibilityProcess.VERDICT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.Objections;
import org.minyi.responsibility.Verdict;
import org.springframework.stereotype.Component;

/** The verdict becomes what the independent reviewer says. */
@Component
class UpholdObjectionDelegate implements JavaDelegate {

    private final Objections objections;

    UpholdObjectionDelegate(Objections objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.uphold(
                ResponsibilityProcess.id(execution),
                DONE_BY.on(execution).get(),
                JUDGE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null),
                new Judgement(
                        Verdict.valueOf(VERDICT.on(execution).get()),
                        Integer.parseInt(SCORE.on(execution).get())));
    }
}
