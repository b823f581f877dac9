package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.Supervision;
import org.springframework.stereotype.Component;

/** Issues the supervision notice and finds who answers it. */
@Component
class CallToAccountDelegate implements JavaDelegate {

    private final Supervision supervision;

    CallToAccountDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answering = supervision.callToAccount(
                SupervisionProcess.matter(execution),
                SupervisionProcess.ROUND.on(execution).get(),
                SupervisionProcess.SEVERITY.on(execution).optional().orElse(null));
        SupervisionProcess.ANSWER_GROUP.on(execution).set(answering.group());
    }
}
