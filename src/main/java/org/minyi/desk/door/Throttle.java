package org.minyi.desk.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.codec.digest.DigestUtils;
import org.minyi.desk.Attempts;
import org.springframework.stereotype.Service;

/**
 * Holds up whoever guesses: per account and source, and more loosely per source. A try is counted before it is looked
 * at. Nothing here ever locks an account for another source, so nobody can lock out the centre by guessing.
 */
@Service
class Throttle {

    private static final String ANY = "*";
    /** In the place of a source. */
    private static final String CODE = "second factor";

    private static final Duration KNOWN_HERE = Duration.ofDays(30);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Attempts attempts;
    private final LoginSettings settings;
    private final Clock clock;
    private final AtomicReference<Instant> tidied = new AtomicReference<>(Instant.EPOCH);

    Throttle(Attempts attempts, LoginSettings settings, Clock clock) {
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts this try; says whether it may be looked at. */
    boolean enter(String account, String source) {
        tidy();
        var now = clock.instant();
        if (count(ANY, source, settings.attemptsPerSource()) > settings.attemptsPerSource()
                && !attempts.cameInSince(named(account), source, now.minus(KNOWN_HERE))) {
            return false;
        }
        return count(named(account), source, settings.attempts()) <= settings.attempts();
    }

    /** The try was right. */
    void cameIn(String account, String source) {
        attempts.takeBack(ANY, source);
        attempts.cameIn(named(account), source, clock.instant());
    }

    /** Counts a try at the second factor, from wherever it comes: whoever makes it knows the password. */
    boolean enterCode(String userId) {
        return count(named(userId), CODE, settings.attempts()) <= settings.attempts();
    }

    void codeWasRight(String userId) {
        attempts.cameIn(named(userId), CODE, clock.instant());
    }

    Duration pause() {
        return settings.window();
    }

    private int count(String account, String source, int limit) {
        var now = clock.instant();
        return attempts.count(account, source, limit, now, now.plus(settings.window()));
    }

    /** A directory takes Zhang and ZHANG for one: so does the count. */
    private static String named(String account) {
        return DigestUtils.sha256Hex(account.strip().toLowerCase(Locale.ROOT));
    }

    private void tidy() {
        var now = clock.instant();
        var last = tidied.get();
        if (last.plus(TIDY_EVERY).isBefore(now) && tidied.compareAndSet(last, now)) {
            attempts.forgetBefore(now.minus(KNOWN_HERE));
        }
    }
}
