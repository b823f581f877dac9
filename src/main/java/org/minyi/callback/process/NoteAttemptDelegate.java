package org.minyi.callback.process;

import static org.minyi.callback.process.ReturnCallProcess.ATTEMPT;
import static org.minyi.callback.process.ReturnCallProcess.ATTEMPT_HOUR;
import static org.minyi.callback.process.ReturnCallProcess.CALL_ID;
import static org.minyi.callback.process.ReturnCallProcess.CALL_OUTCOME;
import static org.minyi.callback.process.ReturnCallProcess.CALL_WORDS_ID;
import static org.minyi.callback.process.ReturnCallProcess.DONE_BY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.callback.CallId;
import org.minyi.callback.CallOutcome;
import org.minyi.callback.ReturnCalls;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Component;

/** Keeps the attempt that a caller has just made. */
@Component
class NoteAttemptDelegate implements JavaDelegate {

    private final ReturnCalls calls;

    NoteAttemptDelegate(ReturnCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var attempt = calls.note(
                CallId.of(CALL_ID.on(execution).get()),
                DONE_BY.on(execution).get(),
                CallOutcome.valueOf(CALL_OUTCOME.on(execution).get()),
                CALL_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
        ATTEMPT.on(execution).set(attempt.number());
        ATTEMPT_HOUR.on(execution).set(attempt.at().getHour());
    }
}
