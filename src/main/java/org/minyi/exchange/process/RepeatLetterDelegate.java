package org.minyi.exchange.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.exchange.DeadLetters;
import org.springframework.stereotype.Component;

/** Has the message tried once more. */
@Component
class RepeatLetterDelegate implements JavaDelegate {

    private final DeadLetters letters;

    RepeatLetterDelegate(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.repeat(
                DeadLetterProcess.letter(execution),
                DeadLetterProcess.DONE_BY.on(execution).get());
    }
}
