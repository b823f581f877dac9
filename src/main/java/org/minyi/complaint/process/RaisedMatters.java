package org.minyi.complaint.process;

import org.camunda.bpm.engine.RuntimeService;
import org.minyi.complaint.Channel;
import org.minyi.complaint.ComplaintRaised;
import org.minyi.complaint.Complaints;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every matter that is raised, in the transaction that raised it. */
@Component
class RaisedMatters {

    private final RuntimeService engine;
    private final Complaints complaints;

    RaisedMatters(RuntimeService engine, Complaints complaints) {
        this.engine = engine;
        this.complaints = complaints;
    }

    @EventListener
    void on(ComplaintRaised raised) {
        var matter = complaints.find(raised.complaint()).orElseThrow();
        var message = raised.channel() == Channel.SMS
                ? ComplaintProcess.DISSATISFIED_ANSWER_RECEIVED
                : ComplaintProcess.RAISED;
        engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(matter.id().toString())
                .setVariables(ComplaintProcess.facts(matter))
                .correlateStartMessage();
    }
}
