package org.minyi.extension;

import java.time.Instant;
import java.util.List;

/**
 * What somebody may ask for about a step they have in hand, and how the last question stands.
 *
 * @param choices empty where nothing may be asked for
 * @param pending what waits for a decision; null where nothing does
 * @param pausedUntil until when the clock stands still; null while it runs
 */
public record Offer(List<Choice> choices, TimeRequest pending, Instant pausedUntil) {

    /** One kind that may be asked for. */
    public record Choice(Kind kind, int atMostDays, String rule) {}
}
