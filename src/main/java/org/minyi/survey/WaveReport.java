package org.minyi.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a wave went. Rates are of a hundred; who was not reached is counted beside the answers, never left out.
 *
 * @param exclusions how many contacts were not asked, by reason
 * @param delivered those whom a message reached: they answered, stayed silent or may still answer
 * @param open not yet answered and not yet closed
 * @param withdrawn taken back before their message left: never asked, and in no rate
 * @param responseRate answered of those asked
 * @param satisfactionRate satisfied of those who answered
 * @param phoned how many are asked by a person because no SMS could settle it
 */
public record WaveReport(
        String id,
        LocalDate day,
        Wave.State state,
        Instant sentAt,
        Instant closesAt,
        Instant closedAt,
        int contacts,
        int excluded,
        Map<String, Integer> exclusions,
        int asked,
        int delivered,
        int undelivered,
        int unknown,
        int open,
        int answered,
        int satisfied,
        int half,
        int dissatisfied,
        int silent,
        int withdrawn,
        double responseRate,
        double satisfactionRate,
        int phoned,
        String unusual) {}
