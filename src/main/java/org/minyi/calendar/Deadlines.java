package org.minyi.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fixes deadlines. A deadline belongs to one matter, step and round: whoever asks again, after a step was sent back or
 * a task was edited, gets the one that was fixed first.
 */
@Service
public class Deadlines {

    private final DeadlineTable table;
    private final Clock clock;

    Deadlines(DeadlineTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The deadline of this step in this round: computed now if it is new, else as it was fixed. */
    @Transactional
    public Deadline fix(UUID matter, String step, int round, TimeLimit limit) {
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fresh =
                new Deadline(matter, step, round, now, due(now, limit.allowed()), words(limit.allowed()), limit.rule());
        return table.insert(fresh) ? fresh : table.find(matter, step, round).orElseThrow();
    }

    public Optional<Deadline> of(UUID matter, String step, int round) {
        return table.find(matter, step, round);
    }

    /** Every hour counts; a working calendar changes this one place. */
    private static Instant due(Instant start, Duration allowed) {
        return start.plus(allowed);
    }

    /** Whole days stay days: {@code P7D}, not {@code PT168H}. */
    private static String words(Duration allowed) {
        var days = Duration.ofDays(allowed.toDays());
        return !days.isZero() && days.equals(allowed) ? "P" + allowed.toDays() + "D" : allowed.toString();
    }
}
