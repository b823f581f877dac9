package org.minyi.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.organisation.UnitCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When steps are due. A deadline belongs to one turn: whoever asks again, after a step was sent back or a task was edited,
 * gets the one that was fixed first. The time a step was elsewhere, with whoever looks it over, is not the unit's: it is
 * counted as a pause when the step comes back; a day that people agreed on stays. Everything else that moves a deadline
 * has a name as well: a pause, an extension, another calendar, an outage.
 */
@Service
public class Deadlines {

    /** Why a clock stands still that nobody stopped: the step was handed in, and came back. */
    public static final String AWAY = "AWAY";

    private final DeadlineTable table;
    private final ChangeTable changes;
    private final OutageTable outages;
    private final Calendars calendars;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(
            DeadlineTable table,
            ChangeTable changes,
            OutageTable outages,
            Calendars calendars,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.changes = changes;
        this.outages = outages;
        this.calendars = calendars;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** The deadline of this turn, for a timer that waits: computed now if it is new, else as it stands. */
    @Transactional
    public Deadline fix(Turn turn, TimeLimit limit) {
        return fix(turn, limit.allowed(), limit.rule(), null);
    }

    /**
     * The deadline of this turn, at which somebody works from now on; whoever is late is told of. A turn that was over
     * begins again: what lies between is a pause.
     *
     */
    @Transactional
    public Deadline begin(Turn turn, TimeLimit limit, AtDesk desk) {
        var deadline = fix(turn, limit.allowed(), limit.rule(), desk);
        if (desk.equals(deadline.desk())) {
            return deadline;
        }
        var back = deadline.isRunning() ? deadline : comeBack(deadline);
        table.take(back.id(), desk);
        return table.find(back.id()).orElseThrow();
    }

    /** What people agreed on; a task of this turn is due then, whatever the table says. */
    @Transactional
    public Deadline agree(Turn turn, Instant due, Rule rule) {
        return fix(turn, Allowance.until(due.truncatedTo(ChronoUnit.MICROS)), rule, null);
    }

    /** When something would be due at a unit that begins now; nothing is fixed by asking. */
    public Instant expected(UnitCode unit, TimeLimit limit) {
        return expected(unit, limit, now());
    }

    /** When something would be due at a unit that begins then; nothing is fixed by asking. */
    public Instant expected(UnitCode unit, TimeLimit limit, Instant begin) {
        return limit.allowed().after(begin, calendars.of(unit));
    }

    private Deadline fix(Turn turn, Allowance allowed, Rule rule, AtDesk desk) {
        var known = table.lock(turn);
        if (known.isPresent()) {
            return known.get();
        }
        var now = now();
        var calendar = calendars.of(turn.unit());
        var fresh = new Deadline(
                UuidCreator.getTimeOrderedEpoch(),
                turn,
                now,
                allowed.after(now, calendar).truncatedTo(ChronoUnit.MICROS),
                allowed,
                rule,
                calendar.version(),
                desk,
                null,
                null);
        if (!table.insert(fresh)) {
            return table.lock(turn).orElseThrow();
        }
        evidence.keep(Fact.of(Deed.DEADLINE_FIXED, Fact.MINYI)
                .about(turn.matter())
                .with("deadline", fresh.id())
                .witness("step", turn.name())
                .with("round", turn.round())
                .with("unit", turn.unit())
                .with("due", fresh.due())
                .with("calendar", fresh.calendar())
                .witness("rule", rule.words()));
        return fresh;
    }

    private Deadline comeBack(Deadline deadline) {
        var back = minute(now());
        var gone = behindPauses(deadline, minute(deadline.endedAt()), back);
        var isAgreed = deadline.allowed().counted() == Counted.AGREED;
        return back.isAfter(gone) && !isAgreed
                ? move(deadline, Fact.MINYI, Change.Pause.of(AWAY, gone, back))
                : deadline;
    }

    /** Nobody works on this task any more: done, or taken away. */
    @Transactional
    public void end(String task) {
        table.end(task, now()).map(DeadlineEnded::new).ifPresent(events::publishEvent);
    }

    /**
     * Whoever had this part of a step is done with it, and its clock runs on all the same: something waits for its end.
     * Nobody is late by it.
     */
    @Transactional
    public void runOn(UUID matter, String step, String part) {
        table.runOn(matter, step, part);
    }

    /** Nothing waits any more for the end of this part of a step. */
    @Transactional
    public void end(UUID matter, String step, String part) {
        table.end(matter, step, part, now());
    }

    /** What a timer waited for has happened, or is not waited for any more. */
    @Transactional
    public void end(Turn turn) {
        table.find(turn).ifPresent(deadline -> table.end(deadline.id(), now()));
    }

    /**
     * Stops the clock from now on until then; it is due as much working time later at once.
     *
     * @param reason a code
     * @throws NotPausable where it does not run, where a pause stands, and for an end that is none
     */
    @Transactional
    public Deadline pause(UUID id, String reason, Instant until, String by) {
        var deadline = table.lock(id);
        var now = now();
        if (!deadline.isRunning()) {
            throw new NotPausable("This step is done: there is no clock to stop.");
        }
        if (deadline.allowed().counted() == Counted.AGREED) {
            throw new NotPausable("This day was agreed on: agree on another one.");
        }
        if (!minute(until).isAfter(now)) {
            throw new NotPausable("A pause ends later than now.");
        }
        if (standing(id, now).isPresent()) {
            throw new NotPausable("The clock stands still already.");
        }
        return announced(move(deadline, by, Change.Pause.of(reason, minute(now), minute(until))));
    }

    /**
     * Ends the pause that stands; it is due earlier again by what was not needed.
     *
     * @throws NotPausable where none stands
     */
    @Transactional
    public Deadline resume(UUID id, String by) {
        var deadline = table.lock(id);
        var now = now();
        var pause = standing(id, now).orElseThrow(() -> new NotPausable("The clock runs already."));
        var from = ((Change.Pause) pause.what()).from();
        changes.shorten(pause.id(), from.isBefore(minute(now)) ? minute(now) : from.plus(1, ChronoUnit.MINUTES));
        return announced(move(deadline, by, new Change.Resume()));
    }

    private Optional<Change> standing(UUID id, Instant now) {
        return changes.of(id).stream()
                .filter(change -> change.what() instanceof Change.Pause pause && now.isBefore(pause.until()))
                .findFirst();
    }

    /** Grants more time, from when it was due. */
    @Transactional
    public Deadline extend(UUID id, Allowance more, String by) {
        return announced(move(table.lock(id), by, new Change.Extension(more)));
    }

    /** Counts this one anew by a newer calendar; empty where that changes nothing. */
    Optional<Deadline> recount(Deadline deadline, int version) {
        var due = due(deadline, changes.of(deadline.id()));
        return due.equals(deadline.due())
                ? Optional.empty()
                : Optional.of(move(deadline, Fact.MINYI, new Change.Recount(version)));
    }

    /** Gives back what an outage took of it, as far as its clock did not stand still anyway. */
    Optional<Deadline> credit(Deadline deadline, Instant from, Instant until) {
        var begins = behindPauses(deadline, latest(from, minute(deadline.startedAt())), until);
        return begins.isBefore(until)
                ? Optional.of(move(deadline, Fact.MINYI, Change.Pause.of(Outages.OUTAGE, begins, until)))
                : Optional.empty();
    }

    /** From when on in this span its clock does not stand still already: nobody is given the same time twice. */
    private Instant behindPauses(Deadline deadline, Instant from, Instant until) {
        return changes.of(deadline.id()).stream()
                .flatMap(change -> change.what() instanceof Change.Pause pause ? Stream.of(pause) : Stream.empty())
                .filter(pause -> pause.from().isBefore(until) && pause.until().isAfter(from))
                .map(Change.Pause::until)
                .reduce(from, Deadlines::latest);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Deadline announced(Deadline moved) {
        events.publishEvent(new DeadlinesMoved(List.of(moved)));
        return moved;
    }

    /** Everything there was is counted again with what comes now: the order in which it came is the order of the sum. */
    private Deadline move(Deadline deadline, String by, Change.What what) {
        var now = now();
        var before = changes.of(deadline.id());
        var next = new Change(
                UuidCreator.getTimeOrderedEpoch(), deadline.id(), now, by, what, deadline.due(), deadline.due());
        var all = new ArrayList<>(before);
        all.add(next);
        var due = due(deadline, all);
        changes.insert(deadline, new Change(next.id(), next.deadline(), next.at(), by, what, deadline.due(), due));
        table.move(deadline.id(), due, calendars.of(deadline.turn().unit()).version(), now);
        return table.find(deadline.id()).orElseThrow();
    }

    private Instant due(Deadline deadline, List<Change> all) {
        var calendar = calendars.of(deadline.turn().unit());
        var due = deadline.allowed().after(deadline.startedAt(), calendar);
        for (var change : all) {
            due = change.applied(due, deadline.allowed().counted(), calendar);
        }
        return due.truncatedTo(ChronoUnit.MICROS);
    }

    public Optional<Deadline> find(UUID id) {
        return table.find(id);
    }

    /** As it stands, until this transaction is over: whoever ends or moves it meanwhile waits. */
    @Transactional
    public Optional<Deadline> hold(UUID id) {
        return table.hold(id);
    }

    public Optional<Deadline> of(Turn turn) {
        return table.find(turn);
    }

    /** The deadline of an open task. */
    public Optional<Deadline> ofTask(String task) {
        return table.ofTask(task);
    }

    /** Every clock that runs in this matter, what is due first before the others. */
    public List<Deadline> runningIn(UUID matter) {
        return table.runningIn(matter);
    }

    /** What people work on at this unit, what is due first before the others. */
    public List<Deadline> workedOnAt(UnitCode unit) {
        return table.workedOnAt(unit);
    }

    /** The units at which people work on anything that has a deadline. */
    public List<UnitCode> unitsAtWork() {
        return table.unitsAtWork();
    }

    /** Everything that moved it, in order. */
    public List<Change> changes(UUID deadline) {
        return changes.of(deadline);
    }

    /**
     * What is late and was not told of yet; whoever asks has to tell of it, in the same transaction. Nothing is whose clock
     * stands still, and nothing at all as long as an outage is not credited, or was not even noticed.
     */
    @Transactional
    public List<Deadline> takeOverdue(int atMost) {
        return outages.anyUncredited(now()) ? List.of() : table.takeOverdue(now(), atMost);
    }

    /** Clocks stop and go on with the minute, so that a day that ended with the closing still does. */
    private static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    /** PostgreSQL keeps microseconds; what is answered now must equal what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
