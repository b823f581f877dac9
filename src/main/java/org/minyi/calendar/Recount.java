package org.minyi.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.minyi.pulse.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts open deadlines anew when the calendar has changed, some hundreds at a time, until none is left that was counted
 * by an older one. A kill between two sets loses nothing: what is left says so itself.
 */
@Service
public class Recount extends Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int AT_ONCE = 500;

    private final DeadlineTable table;
    private final Deadlines deadlines;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Recount(
            DeadlineTable table,
            Deadlines deadlines,
            Calendars calendars,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        super(
                "recount",
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                "Open deadlines could not be counted by the new calendar; the next try is in twenty seconds.");
        this.table = table;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.events = events;
        this.transaction = transaction;
    }

    /** How many open deadlines were counted by an older calendar and wait to be counted by the newest. */
    public int left() {
        return table.countedBefore(calendars.newest());
    }

    @Override
    protected void beat() {
        run();
    }

    /** Counts until nothing is left. Answers how many are due at another moment now. */
    public int run() {
        var version = calendars.newest();
        var moved = new AtomicInteger();
        var counted = 0;
        var some = AT_ONCE;
        while (some == AT_ONCE) {
            some = transaction.execute(status -> some(version, moved));
            counted += some;
        }
        if (counted > 0) {
            LOG.info("calendar {}: {} open deadlines counted anew, {} moved", version, counted, moved.get());
        }
        return moved.get();
    }

    /** One that cannot be counted keeps its moment, and keeps nobody else from being counted. */
    private Optional<Deadline> counted(Deadline deadline, int version) {
        try {
            return deadlines.recount(deadline, version);
        } catch (NoWorkAhead closed) {
            LOG.error("deadline {} stays as it was counted before calendar {}", deadline.id(), version, closed);
            return Optional.empty();
        }
    }

    private int some(int version, AtomicInteger all) {
        var old = table.lockCountedBefore(version, AT_ONCE);
        var moved = new ArrayList<Deadline>();
        var same = new ArrayList<UUID>();
        for (var deadline : old) {
            counted(deadline, version).ifPresentOrElse(moved::add, () -> same.add(deadline.id()));
        }
        table.recounted(same, version);
        if (!moved.isEmpty()) {
            events.publishEvent(new DeadlinesMoved(moved));
        }
        all.addAndGet(moved.size());
        return old.size();
    }
}
