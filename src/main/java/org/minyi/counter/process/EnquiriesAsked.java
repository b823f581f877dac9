package org.minyi.counter.process;

import static org.minyi.counter.process.EnquiryProcess.MATTER_ID;
import static org.minyi.counter.process.EnquiryProcess.MATTER_NUMBER;
import static org.minyi.counter.process.EnquiryProcess.MATTER_TITLE;
import static org.minyi.counter.process.EnquiryProcess.PERSON_ID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.counter.EnquiryAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what was asked to the case steward's desk, in the same transaction. */
@Component
class EnquiriesAsked {

    private final RuntimeService runtime;

    EnquiriesAsked(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(EnquiryAsked asked) {
        var matter = asked.matter();
        var variables = Variables.createVariables();
        MATTER_ID.with(matter.id().toString(), variables);
        MATTER_NUMBER.with(matter.number(), variables);
        MATTER_TITLE.with(matter.title(), variables);
        PERSON_ID.with(matter.person().toString(), variables);
        runtime.startProcessInstanceByKey(EnquiryProcess.ID, asked.enquiry().toString(), variables);
    }
}
