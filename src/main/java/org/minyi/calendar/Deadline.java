package org.minyi.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * When a step of a matter is due, and why: fixed once per round, never moved by an edit.
 *
 * @param allowed the time allowed, in ISO 8601: {@code P7D}
 * @param rule where that time comes from, in words
 */
public record Deadline(
        UUID matter, String step, int round, Instant startedAt, Instant due, String allowed, String rule) {

    /**
     * The step a deadline is kept under.
     *
     * @param attempts made before; every further attempt of a step that is tried again has a deadline of its own
     */
    public static String stepName(String step, int attempts) {
        return attempts == 0 ? step : step + "." + (attempts + 1);
    }
}
