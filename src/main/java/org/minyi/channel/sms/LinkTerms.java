package org.minyi.channel.sms;

/**
 * How much one link carries.
 *
 * @param lanes windows with the operator at once, per node
 * @param window messages handed over together, and so at most unanswered at once in a lane; what a kill may leave UNKNOWN
 *     is at most lanes times window
 * @param ratePerSecond messages, in the operator's count, a second over this link, however many nodes; 0 is no cap
 */
public record LinkTerms(int lanes, int window, int ratePerSecond) {

    public LinkTerms {
        if (lanes < 1 || window < 1 || ratePerSecond < 0) {
            throw new IllegalArgumentException(
                    "a link needs at least one lane (%d) and one message in a window (%d), and no rate below 0 (%d)"
                            .formatted(lanes, window, ratePerSecond));
        }
    }

    /** Never more than two seconds' worth of the cap: what is claimed must leave well within the lease. */
    int claimAtMost(int claim) {
        var most = Math.max(window, claim);
        return ratePerSecond == 0 ? most : Math.min(most, Math.max(window, 2 * ratePerSecond));
    }
}
