package org.minyi.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    public List<Told> tell(About about, Extent extent) {
        return about.complaint() == null ? List.of() : tell(about.complaint(), extent.whole());
    }

    private List<Told> tell(Complaint matter, boolean whole) {
        var told = new ArrayList<Told>();
        var raised = Told.of(
                        matter.raisedAt(),
                        Told.Kind.STEP,
                        "raised." + matter.channel().name())
                .files(complaints.attachments(matter.id()));
        // What was written after the digit stands already with the reply.
        told.add(
                matter.channel() == Channel.SMS
                        ? raised
                        : raised.words(matter.words()).by(matter.raisedBy()));
        named(matter)
                .filter(name -> whole)
                .ifPresent(name -> told.add(Told.of(matter.raisedAt(), Told.Kind.STEP, "named", name)));
        complaints.steps(matter.id()).forEach(step -> told.add(told(step)));
        return told;
    }

    /** Who was named and is not known here: triage may know them all the same. */
    private static Optional<String> named(Complaint matter) {
        var unit = Optional.ofNullable(matter.told().unit()).filter(code -> matter.respondentUnit() == null);
        var officer =
                Optional.ofNullable(matter.told().officer()).filter(login -> !login.equals(matter.respondentOfficer()));
        var names = Stream.concat(officer.stream(), unit.stream()).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static Told told(ComplaintStep step) {
        var kind = step.step().equals("triage") ? Told.Kind.TRIAGE : Told.Kind.STEP;
        return Told.of(step.at(), kind, step.step() + "." + step.outcome())
                .words(step.words())
                .by(step.by());
    }
}
