package org.minyi.callback.process;

import static org.minyi.callback.process.ReturnCallProcess.CALL_ID;
import static org.minyi.callback.process.ReturnCallProcess.CALL_OUTCOME;
import static org.minyi.callback.process.ReturnCallProcess.DONE_BY;
import static org.minyi.callback.process.ReturnCallProcess.UNREACHABLE_VERDICT;
import static org.minyi.callback.process.ReturnCallProcess.UNREACHABLE_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.callback.CallId;
import org.minyi.callback.CallOutcome;
import org.minyi.callback.ReturnCalls;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Component;

/** Keeps what the second person decided. */
@Component
class NoteVerdictDelegate implements JavaDelegate {

    private final ReturnCalls calls;

    NoteVerdictDelegate(ReturnCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var unreachable = CallOutcome.UNREACHABLE
                .name()
                .equals(UNREACHABLE_VERDICT.on(execution).get());
        calls.judge(
                CallId.of(CALL_ID.on(execution).get()),
                DONE_BY.on(execution).get(),
                unreachable,
                UNREACHABLE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
        if (unreachable) {
            CALL_OUTCOME.on(execution).set(CallOutcome.UNREACHABLE.name());
        }
    }
}
