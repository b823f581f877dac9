package org.minyi.callback.process;

import static org.minyi.callback.process.ReturnCallProcess.CALL_ID;
import static org.minyi.callback.process.ReturnCallProcess.CALL_OUTCOME;
import static org.minyi.callback.process.ReturnCallProcess.CALL_REASON;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.callback.CallId;
import org.minyi.callback.CallOutcome;
import org.minyi.callback.CallReason;
import org.minyi.callback.ReturnCalls;
import org.springframework.stereotype.Component;

/** Ends the call with its outcome. */
@Component
class ConcludeCallDelegate implements JavaDelegate {

    private final ReturnCalls calls;

    ConcludeCallDelegate(ReturnCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        calls.conclude(
                CallId.of(CALL_ID.on(execution).get()),
                CallOutcome.valueOf(CALL_OUTCOME.on(execution).get()),
                CALL_REASON.on(execution).optional().map(CallReason::valueOf).orElse(null));
    }
}
