package org.minyi.extension;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.minyi.calendar.Calendars;
import org.minyi.calendar.Change;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.citizen.WordsBook;
import org.minyi.desk.SeenTask;
import org.minyi.desk.SeenTasks;
import org.minyi.organisation.Members;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for more time: by whoever works in the unit that has the step, before its time has run out, one question at a
 * time, and no more than extension-plan.dmn allows.
 */
@Service
public class Asking {

    static final int LONGEST_REASON = 2_000;

    private final TimeRequestTables tables;
    private final SeenTasks tasks;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final ExtensionPlan plan;
    private final Deciders deciders;
    private final Members members;
    private final WordsBook book;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Asking(
            TimeRequestTables tables,
            SeenTasks tasks,
            Deadlines deadlines,
            Calendars calendars,
            ExtensionPlan plan,
            Deciders deciders,
            Members members,
            WordsBook book,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.plan = plan;
        this.deciders = deciders;
        this.members = members;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    private record InHand(SeenTask task, Deadline deadline) {}

    /** What this person may ask for about a task; empty where it is not their unit's to ask. */
    public Optional<Offer> offer(String user, String taskId) {
        return inHand(user, taskId).map(step -> {
            var pending = tables.waiting(step.deadline().id());
            var paused = pausedUntil(step.deadline());
            var open = pending.isEmpty() && paused.isEmpty() && isInTime(step.deadline());
            return new Offer(open ? choices(step) : List.of(), pending.orElse(null), paused.orElse(null));
        });
    }

    private List<Offer.Choice> choices(InHand step) {
        return Arrays.stream(Kind.values())
                .filter(kind ->
                        kind == Kind.EXTENSION || step.deadline().allowed().counted() != Counted.AGREED)
                .flatMap(kind -> Optional.of(entitlement(step, kind))
                        .filter(Entitlement::isThere)
                        .map(one -> new Offer.Choice(kind, one.atMostDays(), one.rule()))
                        .stream())
                .toList();
    }

    /**
     * Brings the question to the level above.
     *
     * @throws NoMoreTime with the reason why it cannot be asked so
     */
    @Transactional
    public TimeRequest ask(String user, Wanted wanted) {
        var step = inHand(user, wanted.task())
                .orElseThrow(() -> new NoMoreTime("This step is not your unit's, or is done."));
        if (wanted.words() == null || wanted.words().isBlank() || wanted.words().length() > LONGEST_REASON) {
            throw new NoMoreTime("Say why, in %d characters at most.".formatted(LONGEST_REASON));
        }
        if (!isInTime(step.deadline())) {
            throw new NoMoreTime("The time has run out: more is asked for before that.");
        }
        var entitled = entitlement(step, wanted.kind());
        var request = request(user, wanted, step, entitled);
        if (!tables.insert(request)) {
            throw new NoMoreTime("A request for this step waits for its decision already.");
        }
        events.publishEvent(new TimeAsked(
                request, step.task(), deciders.of(step.task(), request.unit(), entitled.decides(), user)));
        return request;
    }

    /**
     * Lets the clock go on before the end of the pause: what was waited for is there.
     *
     * @throws NoMoreTime where no clock of theirs stands still
     */
    @Transactional
    public void goOn(String user, String taskId) {
        var step = inHand(user, taskId)
                .filter(one -> pausedUntil(one.deadline()).isPresent())
                .orElseThrow(() -> new NoMoreTime("No clock of your unit stands still here."));
        deadlines.resume(step.deadline().id(), user);
        events.publishEvent(new TimeReleased(step.deadline().turn().matter(), clock.instant()));
    }

    private TimeRequest request(String user, Wanted wanted, InHand step, Entitlement entitled) {
        if (!entitled.isThere()) {
            throw new NoMoreTime(entitled.rule() + ".");
        }
        var deadline = step.deadline();
        var isPause = wanted.kind() == Kind.PAUSE;
        if (isPause) {
            mustBePause(wanted, deadline, entitled);
        } else if (wanted.days() == null || wanted.days() < 1 || wanted.days() > entitled.atMostDays()) {
            throw new NoMoreTime("1 to %d working days can be asked for.".formatted(entitled.atMostDays()));
        }
        return new TimeRequest(
                new RequestId(UuidCreator.getTimeOrderedEpoch()),
                deadline.id(),
                deadline.turn().matter(),
                deadline.turn().unit(),
                wanted.kind(),
                isPause ? null : wanted.days(),
                isPause ? wanted.until().truncatedTo(ChronoUnit.MINUTES) : null,
                isPause ? wanted.reason() : null,
                user,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                book.keep(null, wanted.words().strip()),
                TimeRequest.State.ASKED,
                null,
                null,
                null);
    }

    private void mustBePause(Wanted wanted, Deadline deadline, Entitlement entitled) {
        if (deadline.allowed().counted() == Counted.AGREED) {
            throw new NoMoreTime("This day was agreed on: ask for an extension.");
        }
        if (wanted.reason() == null || wanted.until() == null) {
            throw new NoMoreTime("A pause has a reason and an end.");
        }
        var last = calendars.of(deadline.turn().unit()).closingAfterWorkingDays(clock.instant(), entitled.atMostDays());
        if (!wanted.until().isAfter(clock.instant()) || wanted.until().isAfter(last)) {
            throw new NoMoreTime(
                    "A pause ends later than now, and within %d working days.".formatted(entitled.atMostDays()));
        }
    }

    private Entitlement entitlement(InHand step, Kind kind) {
        return plan.entitlement(
                kind,
                tables.granted(step.deadline().id(), kind),
                step.task().text("severity").orElse(null));
    }

    /** The step as this person has it in hand: they see it, and work in the unit whose clock runs. */
    private Optional<InHand> inHand(String user, String taskId) {
        var unit = members.find(user).map(member -> member.unit());
        return unit.isEmpty() || taskId == null
                ? Optional.empty()
                : tasks.of(user, taskId).flatMap(task -> deadlines
                        .ofTask(task.id())
                        .filter(deadline -> unit.get().equals(deadline.turn().unit()))
                        .map(deadline -> new InHand(task, deadline)));
    }

    private boolean isInTime(Deadline deadline) {
        return clock.instant().isBefore(deadline.due());
    }

    private Optional<Instant> pausedUntil(Deadline deadline) {
        var now = clock.instant();
        return deadlines.changes(deadline.id()).stream()
                .flatMap(change -> change.what() instanceof Change.Pause pause
                        ? Optional.of(pause.until()).stream()
                        : Optional.<Instant>empty().stream())
                .filter(now::isBefore)
                .findFirst();
    }
}
