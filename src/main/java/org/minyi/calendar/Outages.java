package org.minyi.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When Minyi was not at work nobody could work with it: the clocks of the units stood still, which is credited when it is
 * at work again, before anything is told as late. The clocks of citizens went on, for an SMS needs no Minyi.
 */
@Service
public class Outages {

    /** Why a clock stood still that nobody stopped: there was nothing to work with. */
    public static final String OUTAGE = "OUTAGE";

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final OutageTable table;
    private final DeadlineTable open;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Outages(
            OutageTable table,
            DeadlineTable open,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.open = open;
        this.deadlines = deadlines;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Minyi is at work. Where it was not for so long that it counts, that is noticed: at the start, and also when it was
     * there and the database was away, or the machine stood still. Of several nodes one notices it.
     *
     * @return the outage that has to be dealt with, this one or one before it
     */
    @Transactional
    public Optional<Outage> beat() {
        var now = now();
        var last = table.lockBeat();
        table.beat(now);
        last.filter(beat -> table.isLong(beat, now)).ifPresent(beat -> {
            LOG.warn("nobody was at work from {} to {}: clocks of units are given the time back", beat, now);
            table.insert(beat, now);
        });
        return table.open();
    }

    /** Whether time goes on as usual: no outage is left to be dealt with, and none has just passed unnoticed. */
    @Transactional(readOnly = true)
    public boolean isAtWork() {
        return !table.anyOpen(now());
    }

    /** The outage that is not dealt with yet. */
    public Optional<Outage> open() {
        return table.open();
    }

    /**
     * Gives every open deadline of a unit its time back, some hundreds at a time; one that had it is passed by, so that a
     * kill loses and doubles nothing. Days that were agreed on stay, and so do the clocks of citizens.
     *
     * @return how many moved
     */
    public int credit(Outage outage) {
        var from = outage.began().truncatedTo(ChronoUnit.MINUTES);
        var until = outage.ended().truncatedTo(ChronoUnit.MINUTES);
        var moved = 0;
        var last = FIRST;
        while (last != null) {
            var after = last;
            var some = transaction.execute(status -> some(from, until, after));
            moved += some.moved();
            last = some.last();
        }
        transaction.executeWithoutResult(status -> table.credited(outage.began(), now()));
        return moved;
    }

    private record Some(int moved, UUID last) {}

    private Some some(Instant from, Instant until, UUID after) {
        var next = open.lockUncredited(from, until, after, AT_ONCE);
        var moved = next.stream()
                .flatMap(deadline -> credited(deadline, from, until).stream())
                .toList();
        if (!moved.isEmpty()) {
            events.publishEvent(new DeadlinesMoved(moved));
        }
        return new Some(
                moved.size(),
                next.size() < AT_ONCE ? null : next.get(next.size() - 1).id());
    }

    /** One that cannot be counted keeps its moment, and keeps nobody else from getting the time back. */
    private Optional<Deadline> credited(Deadline deadline, Instant from, Instant until) {
        try {
            return deadlines.credit(deadline, from, until);
        } catch (NoWorkAhead closed) {
            LOG.error("deadline {} is not given the time of the outage back", deadline.id(), closed);
            return Optional.empty();
        }
    }

    /** Everything that came in meanwhile was heard. */
    @Transactional
    public void over(Outage outage) {
        table.over(outage.began(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
