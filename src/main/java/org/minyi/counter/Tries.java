package org.minyi.counter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.minyi.desk.Attempts;
import org.springframework.stereotype.Service;

/**
 * Holds up whoever guesses or floods, per source. Ten guesses a minute at 10^16 receipts find one of a million matters
 * once in two thousand years (SAFETY G13); nobody else is held up by it.
 */
@Service
public class Tries {

    private static final String CODE = "counter.code";
    private static final String MATTER = "counter.matter";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Attempts attempts;
    private final CounterSettings settings;
    private final Clock clock;

    Tries(Attempts attempts, CounterSettings settings, Clock clock) {
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a try at a receipt or token; says whether it may be looked at. */
    public boolean mayTry(String source) {
        return within(CODE, source, settings.triesPerMinute(), MINUTE);
    }

    /** The try was right: it was no guess. */
    public void wasRight(String source) {
        attempts.takeBack(CODE, source);
    }

    /** Counts a matter that is filed; says whether it may be taken in. */
    public boolean mayFile(String source) {
        return within(MATTER, source, settings.matterPerHour(), HOUR);
    }

    private boolean within(String what, String source, int limit, Duration window) {
        Instant now = clock.instant();
        return attempts.count(what, source, limit, now, now.plus(window)) <= limit;
    }
}
