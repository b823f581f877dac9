package org.minyi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that a test moves, for Minyi and for the engine alike; time goes on from where it was put. For a
 * {@link MinyiTest} with {@code @Import(MovableClock.InPlaceOfTheClock.class)}. The database's own clock stays: it dates
 * the evidence.
 */
public final class MovableClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;

    /** Puts Minyi's clock in the place of the real one. */
    @TestConfiguration
    public static class InPlaceOfTheClock {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    /** It is this time now, in the centre's zone: {@code 2026-09-28T10:00}. */
    public void set(String local) {
        set(LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    public void set(Instant now) {
        ahead = Duration.between(Clock.systemUTC().instant(), now);
        ClockUtil.offset(ahead.toMillis());
    }

    public void move(Duration time) {
        set(instant().plus(time));
    }

    /** As everywhere else again. */
    public void reset() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
