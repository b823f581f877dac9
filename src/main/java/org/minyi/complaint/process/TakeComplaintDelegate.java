package org.minyi.complaint.process;

import static org.minyi.complaint.process.ComplaintProcess.BUSINESS;
import static org.minyi.complaint.process.ComplaintProcess.CHANNEL;
import static org.minyi.complaint.process.ComplaintProcess.COMPLAINT_WORDS_ID;
import static org.minyi.complaint.process.ComplaintProcess.KIND;
import static org.minyi.complaint.process.ComplaintProcess.LINE_ID;
import static org.minyi.complaint.process.ComplaintProcess.PERSON_ID;
import static org.minyi.complaint.process.ComplaintProcess.STARTED_BY;
import static org.minyi.complaint.process.ComplaintProcess.UNIT;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.springframework.stereotype.Component;

/** Keeps what was taken by hand; its id is the key of the process from here on. */
@Component
class TakeComplaintDelegate implements JavaDelegate {

    private final Complaints complaints;

    TakeComplaintDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = complaints.take(new RaisedMatter(
                Channel.of(CHANNEL.on(execution).get()).orElseThrow(),
                null,
                Kind.valueOf(KIND.on(execution).get()),
                null,
                PersonId.of(PERSON_ID.on(execution).get()),
                LINE_ID.on(execution).optional().map(LineId::of).orElse(null),
                COMPLAINT_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null),
                BUSINESS.on(execution).optional().orElse(null),
                UNIT.on(execution).optional().orElse(null),
                null,
                STARTED_BY.on(execution).get()));
        execution.setProcessBusinessKey(matter.id().toString());
        execution.setVariables(ComplaintProcess.facts(matter));
    }
}
