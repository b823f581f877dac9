package org.minyi.custody.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.custody.IdentityRequests;
import org.minyi.custody.RequestId;
import org.springframework.stereotype.Component;

/** Lets nobody take the request they made. Refused on claiming already; the delegates refuse a completion without. */
@Component
class AnotherCustodianListener implements TaskListener {

    private final IdentityRequests requests;

    AnotherCustodianListener(IdentityRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        // Null: the task is given back.
        if (task.getAssignee() != null) {
            requests.mustBeAnother(RequestId.of(task.getExecution().getProcessBusinessKey()), task.getAssignee());
        }
    }
}
