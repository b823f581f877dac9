package org.minyi.channel.sms;

import java.time.Duration;

/**
 * When an operator counts as silent: of what left a quarter to half an hour ago four in five should be reported by now
 * (SAFETY.md 1.2, 7).
 */
final class Reporting {

    static final Duration STRETCH = Duration.ofMinutes(15);

    private static final double ENOUGH = 0.8;

    /** Of fewer messages nothing can be said. */
    private static final int AT_LEAST = 20;

    private Reporting() {}

    /**
     * Whether too few are reported.
     *
     * @param carried from half to a quarter of an hour ago
     */
    static boolean isSilent(Carried carried) {
        return carried.accepted() >= AT_LEAST && carried.reportRate() < ENOUGH;
    }
}
