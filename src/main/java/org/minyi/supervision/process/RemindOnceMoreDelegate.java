package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.Supervision;
import org.springframework.stereotype.Component;

/** Reminds the unit by letter that it has to put the matter right once more. */
@Component
class RemindOnceMoreDelegate implements JavaDelegate {

    private final Supervision supervision;

    RemindOnceMoreDelegate(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervision.remindOnceMore(
                SupervisionProcess.matter(execution),
                SupervisionProcess.ROUND.on(execution).get());
    }
}
