package org.minyi.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * When a step is due, and why. Computed once, and moved by nothing but what {@link Deadlines#changes} tells.
 *
 * @param calendar version of the working calendar it was counted by; null for one of before there was any
 * @param desk where somebody works on it; null where nobody does
 * @param endedAt null while its clock runs
 * @param toldAt when its lateness was told up the line; null while it was not
 */
public record Deadline(
        UUID id,
        Turn turn,
        Instant startedAt,
        Instant due,
        Allowance allowed,
        Rule rule,
        Integer calendar,
        AtDesk desk,
        Instant endedAt,
        Instant toldAt) {

    public boolean isRunning() {
        return endedAt == null;
    }
}
