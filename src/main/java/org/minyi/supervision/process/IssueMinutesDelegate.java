package org.minyi.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.supervision.gathering.Gatherings;
import org.springframework.stereotype.Component;

/** Issues the minutes; what was agreed has to be done. */
@Component
class IssueMinutesDelegate implements JavaDelegate {

    private final Gatherings gatherings;

    IssueMinutesDelegate(Gatherings gatherings) {
        this.gatherings = gatherings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        gatherings.issueMinutes(SupervisionProcess.gathering(execution));
    }
}
