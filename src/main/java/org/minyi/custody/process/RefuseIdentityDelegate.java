package org.minyi.custody.process;

import static org.minyi.custody.process.IdentityRequestProcess.DONE_BY;
import static org.minyi.custody.process.IdentityRequestProcess.IDENTITY_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.custody.IdentityRequests;
import org.minyi.custody.RequestId;
import org.springframework.stereotype.Component;

/** Keeps the identity sealed, and the custodian's reasons. */
@Component
class RefuseIdentityDelegate implements JavaDelegate {

    private final IdentityRequests requests;

    RefuseIdentityDelegate(IdentityRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.refuse(
                RequestId.of(execution.getProcessBusinessKey()),
                DONE_BY.on(execution).get(),
                IDENTITY_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
