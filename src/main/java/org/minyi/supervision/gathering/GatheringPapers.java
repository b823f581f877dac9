package org.minyi.supervision.gathering;

import static java.util.stream.Collectors.joining;
import static org.minyi.supervision.gathering.Gathering.Signature.AGREE;
import static org.minyi.supervision.gathering.Gathering.Signature.DISSENT;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.minyi.citizen.WordsId;
import org.minyi.notice.Kind;
import org.minyi.notice.MattersKnown;
import org.minyi.notice.NewNotice;
import org.minyi.notice.Notices;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** The official documents of interviews and meetings. */
@Component
class GatheringPapers {

    private final Notices notices;
    private final MattersKnown matters;

    GatheringPapers(Notices notices, MattersKnown matters) {
        this.notices = notices;
        this.matters = matters;
    }

    /** To the unit whose leader was spoken to. */
    void record(Gathering interview, String interviewed, WordsId answer, List<Duty> duties) {
        notices.issue(with(
                duties,
                paper(Kind.INTERVIEW_RECORD, interview.units().get(0), interview, "INTERVIEWED")
                        .about(interview.id().toString())
                        .fact("heldAt", interview.heldAt())
                        .fact("interviewer", interview.ledBy())
                        .fact("interviewed", interviewed)
                        .fact("recorder", interview.recordedBy())
                        .words("place", interview.place())
                        .words("talk", interview.minutes())
                        .words("answer", answer)));
    }

    /** One to each unit: each says for itself that it has it. */
    void invite(Gathering meeting) {
        for (var unit : meeting.units()) {
            notices.issue(paper(Kind.MEETING_INVITATION, unit, meeting, "CONVENED")
                    .about(meeting.id() + " " + unit)
                    .fact("meetsAt", meeting.meetsAt())
                    .fact("convener", meeting.ledBy())
                    .fact("invited", codes(meeting.units()))
                    .words("place", meeting.place())
                    .words("agenda", meeting.agenda()));
        }
    }

    /** One for all: to the unit that has the matter, with copies to the others. */
    void minutes(Gathering meeting, List<Duty> duties) {
        notices.issue(with(
                duties,
                paper(Kind.MEETING_MINUTES, meeting.units().get(0), meeting, "COUNTERSIGNED")
                        .about(meeting.id().toString())
                        .copyTo(meeting.units())
                        .fact("metAt", meeting.heldAt())
                        .fact("chair", meeting.ledBy())
                        .fact("recorder", meeting.recordedBy())
                        .fact("attended", codes(unitsOf(meeting, seat -> Boolean.TRUE.equals(seat.attended()))))
                        .fact("countersigned", codes(unitsOf(meeting, seat -> seat.signature() == AGREE)))
                        .fact("dissenting", codes(unitsOf(meeting, seat -> seat.signature() == DISSENT)))
                        .words("place", meeting.place())
                        .words("minutes", meeting.minutes())));
    }

    private NewNotice paper(Kind kind, UnitCode unit, Gathering where, String reason) {
        return NewNotice.of(kind, unit, matters.known(where.matter()), where.round(), reason);
    }

    private static NewNotice with(List<Duty> duties, NewNotice paper) {
        var all = paper;
        for (var duty : duties) {
            all = all.duty(duty.words(), duty.unit(), duty.due());
        }
        return all;
    }

    private static List<UnitCode> unitsOf(Gathering meeting, Predicate<Gathering.Seat> which) {
        return meeting.seats().stream().filter(which).map(Gathering.Seat::unit).toList();
    }

    /** Null where there are none: the sentence is left out. */
    private static String codes(Collection<UnitCode> units) {
        return units.isEmpty() ? null : units.stream().map(UnitCode::value).collect(joining(","));
    }
}
