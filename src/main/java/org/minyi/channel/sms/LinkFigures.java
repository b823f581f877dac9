package org.minyi.channel.sms;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How a link does, for whoever answers for it. Figures only.
 *
 * @param up whether a message could leave this node over it now; null for a link that is no longer configured
 * @param messagesASecond in the last whole minute
 * @param partsASecond in the last whole minute, as the operator counts
 * @param day what left within the last 24 hours
 * @param reportRate share of what left a quarter to half an hour ago that is reported; null when nothing left then
 * @param reportRateOfDay the same of everything that left within 24 hours and a quarter of an hour ago or before; null when
 *     nothing did
 * @param deliveredShare share of what was reported within the last 24 hours that reached its phone; null when nothing was
 * @param silent whether the operator has stopped reporting
 * @param today since midnight
 * @param month since its first day
 */
public record LinkFigures(
        String link,
        Boolean up,
        double messagesASecond,
        double partsASecond,
        Carried day,
        Double reportRate,
        Double reportRateOfDay,
        Double deliveredShare,
        boolean silent,
        Spent today,
        Spent month) {

    /**
     * What was carried and cost.
     *
     * @param cost null where no price is known
     * @param currency null where no price is known
     */
    public record Spent(Instant since, long messages, long parts, BigDecimal cost, String currency) {}
}
