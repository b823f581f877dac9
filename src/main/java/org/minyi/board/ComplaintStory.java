package org.minyi.board;

import java.util.ArrayList;
import java.util.List;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintStep;
import org.minyi.complaint.Complaints;
import org.springframework.stereotype.Component;

/** How the matter came in and what the centre decided about it. */
@Component
class ComplaintStory implements Story {

    private final Complaints complaints;

    ComplaintStory(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public List<Told> tell(Complaint matter, boolean whole) {
        var told = new ArrayList<Told>();
        var raised = Told.of(
                matter.raisedAt(), Told.Kind.STEP, "raised." + matter.channel().name());
        // What was written after the digit stands already with the reply.
        told.add(
                matter.channel() == Channel.SMS
                        ? raised
                        : raised.words(matter.words()).by(matter.raisedBy()));
        complaints.steps(matter.id()).forEach(step -> told.add(told(step)));
        return told;
    }

    private static Told told(ComplaintStep step) {
        var kind = step.step().equals("triage") ? Told.Kind.TRIAGE : Told.Kind.STEP;
        return Told.of(step.at(), kind, step.step() + "." + step.outcome())
                .words(step.words())
                .by(step.by());
    }
}
