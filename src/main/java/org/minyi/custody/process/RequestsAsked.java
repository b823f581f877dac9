package org.minyi.custody.process;

import static org.minyi.custody.process.IdentityRequestProcess.MATTER_NUMBER;
import static org.minyi.custody.process.IdentityRequestProcess.MATTER_TITLE;
import static org.minyi.custody.process.IdentityRequestProcess.PERSON_ID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.custody.IdentityAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what was asked to the custodian's desk, in the same transaction. */
@Component
class RequestsAsked {

    private final RuntimeService runtime;
    private final Complaints complaints;

    RequestsAsked(RuntimeService runtime, Complaints complaints) {
        this.runtime = runtime;
        this.complaints = complaints;
    }

    @EventListener
    void on(IdentityAsked asked) {
        var matter = complaints.find(new ComplaintId(asked.matter())).orElseThrow();
        var variables = Variables.createVariables();
        MATTER_NUMBER.with(matter.number(), variables);
        MATTER_TITLE.with(matter.title(), variables);
        PERSON_ID.with(asked.person().toString(), variables);
        runtime.startProcessInstanceByKey(
                IdentityRequestProcess.ID, asked.request().toString(), variables);
    }
}
