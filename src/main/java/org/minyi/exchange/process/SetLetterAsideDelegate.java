package org.minyi.exchange.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.exchange.DeadLetters;
import org.minyi.exchange.Letter;
import org.springframework.stereotype.Component;

/** Keeps how it was settled without the message; what comes after it goes on. */
@Component
class SetLetterAsideDelegate implements JavaDelegate {

    private final DeadLetters letters;

    SetLetterAsideDelegate(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.setAside(
                DeadLetterProcess.letter(execution),
                Letter.State.valueOf(
                        DeadLetterProcess.LETTER_DECISION.on(execution).get()),
                DeadLetterProcess.DONE_BY.on(execution).get(),
                DeadLetterProcess.LETTER_WORDS_ID
                        .on(execution)
                        .optional()
                        .map(WordsId::of)
                        .orElse(null));
    }
}
