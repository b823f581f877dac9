package org.minyi.extension.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.extension.Granting;
import org.minyi.extension.RequestId;
import org.springframework.stereotype.Component;

/** Lets nobody take the request they made. Refused on claiming already; the delegates refuse a completion without. */
@Component
class AnotherDeciderListener implements TaskListener {

    private final Granting granting;

    AnotherDeciderListener(Granting granting) {
        this.granting = granting;
    }

    @Override
    public void notify(DelegateTask task) {
        // Null: the task is given back.
        if (task.getAssignee() != null) {
            granting.mustBeAnother(RequestId.of(task.getExecution().getProcessBusinessKey()), task.getAssignee());
        }
    }
}
