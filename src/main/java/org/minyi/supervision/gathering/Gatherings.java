package org.minyi.supervision.gathering;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.Turn;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Parties;
import org.minyi.notice.MattersKnown;
import org.minyi.organisation.Members;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.supervision.SupervisionStep.What;
import org.minyi.supervision.SupervisionStory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Interviews and joint meetings. What is agreed in an interview has to be done from its record on; what is agreed in a joint
 * meeting from when every unit that was invited has countersigned the minutes, be it with a different opinion.
 */
@Service
public class Gatherings {

    /** As time-limit.dmn calls it: how long after a meeting its minutes are due. */
    static final String RECORD = "supervision.recordMeeting";

    private final GatheringTables tables;
    private final GatheringPapers papers;
    private final Duties duties;
    private final SupervisionStory story;
    private final MattersKnown matters;
    private final Parties parties;
    private final Units units;
    private final Deadlines deadlines;
    private final StepLimits limits;
    private final ApplicationEventPublisher events;
    private final Members members;
    private final Clock clock;

    Gatherings(
            GatheringTables tables,
            GatheringPapers papers,
            Duties duties,
            SupervisionStory story,
            MattersKnown matters,
            Parties parties,
            Units units,
            Deadlines deadlines,
            StepLimits limits,
            ApplicationEventPublisher events,
            Members members,
            Clock clock) {
        this.tables = tables;
        this.papers = papers;
        this.duties = duties;
        this.story = story;
        this.matters = matters;
        this.parties = parties;
        this.units = units;
        this.deadlines = deadlines;
        this.limits = limits;
        this.events = events;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Keeps what was said when a leader was spoken to; what was agreed has to be done.
     *
     * @throws NotLikeThat where something in it cannot be
     */
    @Transactional
    public void interviewed(NewInterview told) {
        var held = past(told.heldAt());
        if (told.interviewed().equals(told.by())
                || members.find(told.interviewed()).isEmpty()) {
            throw new NotLikeThat("Say who was spoken to: somebody of the police, and not whoever writes it down.");
        }
        var matter = matters.known(told.matter());
        var unit = units.subCentreOf(matter.executing()).code();
        var interview = new Gathering(
                newId(),
                told.matter(),
                told.round(),
                Gathering.Kind.INTERVIEW,
                held,
                told.place(),
                null,
                held,
                told.by(),
                told.by(),
                told.talk(),
                List.of(new Gathering.Seat(unit, true, null)));
        tables.insert(interview);
        told(interview, What.INTERVIEWED, told.by(), unit, told.interviewed(), told.talk());
        if (told.answer() != null) {
            // They said it; whoever wrote it down put it here.
            told(interview, What.INTERVIEW_ANSWERED, told.by(), unit, told.interviewed(), told.answer());
        }
        duties.propose(interview, told.duties());
        papers.record(interview, told.interviewed(), told.answer(), duties.of(interview.id()));
        duties.agree(interview, told.by());
    }

    /**
     * Convenes a joint meeting and invites: the units that have the matter, the one complained about, and those chosen.
     *
     * @throws NotLikeThat where something in it cannot be
     */
    @Transactional
    public GatheringId convene(NewMeeting told) {
        var meetsAt = told.meetsAt().atZone(clock.getZone()).toInstant();
        if (!meetsAt.isAfter(clock.instant())) {
            throw new NotLikeThat("A meeting is convened for a later time than now.");
        }
        var meeting = new Gathering(
                newId(),
                told.matter(),
                told.round(),
                Gathering.Kind.MEETING,
                meetsAt,
                told.place(),
                told.agenda(),
                null,
                told.by(),
                null,
                null,
                invited(told).stream()
                        .map(unit -> new Gathering.Seat(unit, null, null))
                        .toList());
        tables.insert(meeting);
        meeting.units().forEach(unit -> parties.take(told.matter(), unit, Parties.Part.MEETING));
        told(meeting, What.MEETING_CONVENED, told.by(), null, told.meetsAt().toString(), told.agenda());
        papers.invite(meeting);
        minutesDueAfter(meeting);
        return meeting.id();
    }

    /** The minutes are not late because the meeting is a while away. */
    private void minutesDueAfter(Gathering meeting) {
        var centre = units.centre().code();
        var limit = limits.limit(RECORD, null, null);
        deadlines.agree(
                Turn.of(meeting.matter(), RECORD, meeting.round(), centre),
                deadlines.expected(centre, limit, meeting.meetsAt()),
                limit.rule());
    }

    private List<UnitCode> invited(NewMeeting told) {
        var matter = matters.known(told.matter());
        var concerned = Stream.of(matter.handling(), matter.executing(), matter.respondentUnit())
                .flatMap(Stream::ofNullable)
                .filter(unit -> units.find(unit).isPresent());
        var all = new LinkedHashSet<>(Stream.concat(concerned, told.invited().stream())
                .map(unit -> units.subCentreOf(unit).code())
                .toList());
        var centre = units.centre().code();
        // The centre convenes; it sits at its own table only where nobody else does.
        all.remove(centre);
        return all.isEmpty() ? List.of(centre) : List.copyOf(all);
    }

    /**
     * Keeps what was said in the meeting and lays it before every unit that was invited.
     *
     * @throws NotLikeThat where something in it cannot be
     */
    @Transactional
    public void held(HeldMeeting told) {
        var meeting = tables.get(told.id());
        if (told.minutes() == null) {
            throw new NotLikeThat("Minutes say what was said.");
        }
        if (!meeting.units().containsAll(told.absent())) {
            throw new NotLikeThat("Only who was invited can be absent.");
        }
        tables.held(meeting.id(), past(told.metAt()), told.by(), told.minutes(), told.absent());
        told(meeting, What.MEETING_HELD, told.by(), null, told.metAt().toString(), told.minutes());
        duties.propose(meeting, told.duties());
        var held = tables.get(told.id());
        var matter = matters.known(held.matter());
        held.units().forEach(unit -> events.publishEvent(new MinutesCirculated(held, unit, matter)));
    }

    /**
     * A unit signs the minutes.
     *
     * @param words its different opinion; required where it has one
     */
    @Transactional
    public void countersign(GatheringId id, UnitCode unit, Gathering.Signature signature, String by, WordsId words) {
        if (signature == Gathering.Signature.DISSENT && words == null) {
            throw new NotLikeThat("Say what you see differently: it stands beside the minutes.");
        }
        tables.sign(id, unit, signature, by, clock.instant());
        var meeting = tables.get(id);
        told(meeting, What.COUNTERSIGNED, by, unit, signature.name(), words);
        if (meeting.isCountersigned()) {
            events.publishEvent(new MinutesCountersigned(meeting));
        }
    }

    /** The minutes as a document, and the duties in it: they have to be done from now on. */
    @Transactional
    public void issueMinutes(GatheringId id) {
        var meeting = tables.get(id);
        papers.minutes(meeting, duties.of(id));
        duties.agree(meeting, meeting.recordedBy());
    }

    public Optional<Gathering> find(GatheringId id) {
        return tables.find(id);
    }

    /** The interviews and meetings in a matter, in the order in which they were. */
    public List<Gathering> about(UUID matter) {
        return tables.about(matter);
    }

    private Instant past(LocalDateTime told) {
        var moment = told.atZone(clock.getZone()).toInstant();
        if (moment.isAfter(clock.instant())) {
            throw new NotLikeThat("It is written down when it is over: %s is still to come.".formatted(told));
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private void told(Gathering where, What what, String by, UnitCode unit, String outcome, WordsId words) {
        story.done(where.matter(), where.round(), what, by, unit, outcome, words);
    }

    private static GatheringId newId() {
        return new GatheringId(UuidCreator.getTimeOrderedEpoch());
    }
}
