package org.minyi.callback.process;

import static org.minyi.callback.process.ReturnCallProcess.CALL_ID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.callback.CallId;
import org.minyi.callback.ReturnCalls;
import org.springframework.stereotype.Component;

/**
 * Lets nobody take the task who made the last call. Refused on claiming already, so that nobody writes reasons in vain;
 * NoteVerdictDelegate refuses a completion without claiming.
 */
@Component
class SecondPersonListener implements TaskListener {

    private final ReturnCalls calls;

    SecondPersonListener(ReturnCalls calls) {
        this.calls = calls;
    }

    @Override
    public void notify(DelegateTask task) {
        // Null: the task is given back.
        if (task.getAssignee() != null) {
            calls.mustBeSecondPerson(CallId.of(CALL_ID.on(task).get()), task.getAssignee());
        }
    }
}
