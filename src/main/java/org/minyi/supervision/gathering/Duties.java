package org.minyi.supervision.gathering;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.minyi.calendar.Calendars;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.Rule;
import org.minyi.calendar.Turn;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Parties;
import org.minyi.notice.MattersKnown;
import org.minyi.organisation.Desk;
import org.minyi.organisation.UnitDesks;
import org.minyi.supervision.SupervisionStep.What;
import org.minyi.supervision.SupervisionStory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed on and has to be done: each duty a task of its own, due on the day that was agreed. */
@Service
public class Duties {

    /** As time-limit.dmn calls it. */
    static final String DO = "duty.doDuty";

    private final DutyTables tables;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Parties parties;
    private final UnitDesks desks;
    private final MattersKnown matters;
    private final SupervisionStory story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duties(
            DutyTables tables,
            Deadlines deadlines,
            Calendars calendars,
            Parties parties,
            UnitDesks desks,
            MattersKnown matters,
            SupervisionStory story,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.parties = parties;
        this.desks = desks;
        this.matters = matters;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    /** Writes them down; nobody has to do anything yet. */
    void propose(Gathering where, List<AgreedDuty> all) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        for (var one : all) {
            if (one.unit() == null || one.words() == null || one.day() == null) {
                throw new NotLikeThat("Every duty says what has to be done, by which unit, and until which day.");
            }
            if (!one.day().isAfter(today)) {
                throw new NotLikeThat("A duty is due on a later day than today: %s.".formatted(one.day()));
            }
            tables.insert(new Duty(
                    new DutyId(UuidCreator.getTimeOrderedEpochPlus1()),
                    where.id(),
                    where.matter(),
                    where.round(),
                    one.unit(),
                    one.words(),
                    calendars.of(one.unit()).closingOn(one.day()).truncatedTo(ChronoUnit.MICROS),
                    Duty.State.PROPOSED));
        }
    }

    /** They have to be done from now on. */
    void agree(Gathering where, String by) {
        var matter = matters.known(where.matter());
        for (var duty : tables.of(where.id())) {
            if (tables.move(duty.id(), Duty.State.PROPOSED, Duty.State.AGREED)) {
                parties.take(duty.matter(), duty.unit(), Parties.Part.DUTY);
                deadlines.agree(
                        new Turn(
                                duty.matter(),
                                DO,
                                duty.round(),
                                desk(duty).unit(),
                                duty.id().toString()),
                        duty.due(),
                        new Rule("Due on the day that was agreed", where.kind().name(), null));
                told(duty, What.DUTY_AGREED, by, day(duty), duty.words());
                events.publishEvent(new DutyAgreed(duty, matter));
            }
        }
    }

    /** Where the duty lies. */
    public Desk desk(Duty duty) {
        return desks.working(duty.unit());
    }

    /** The unit says that it is done. */
    @Transactional
    public void done(DutyId id, String by, WordsId words) {
        tables.move(id, Duty.State.AGREED, Duty.State.DONE);
        told(tables.get(id), What.DUTY_DONE, by, "DONE", words);
    }

    /**
     * The centre has looked at it.
     *
     * @param accepted false where it has to be done once more
     */
    @Transactional
    public void checked(DutyId id, boolean accepted, String by, WordsId words) {
        if (!accepted && words == null) {
            throw new NotLikeThat("Say what is missing.");
        }
        tables.move(id, Duty.State.DONE, accepted ? Duty.State.SETTLED : Duty.State.AGREED);
        told(tables.get(id), What.DUTY_CHECKED, by, accepted ? "ACCEPTED" : "SENT_BACK", words);
    }

    public Duty get(DutyId id) {
        return tables.get(id);
    }

    /** All duties in a matter, in the order in which they were agreed. */
    public List<Duty> about(UUID matter) {
        return tables.about(matter);
    }

    List<Duty> of(GatheringId where) {
        return tables.of(where);
    }

    private void told(Duty duty, What what, String by, String outcome, WordsId words) {
        story.done(duty.matter(), duty.round(), what, by, duty.unit(), outcome, words);
    }

    private String day(Duty duty) {
        return LocalDate.ofInstant(duty.due(), clock.getZone()).toString();
    }
}
