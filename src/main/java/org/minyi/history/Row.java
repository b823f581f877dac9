package org.minyi.history;

import java.time.Instant;
import java.util.UUID;

/**
 * An instance as a list shows it.
 *
 * @param name of the process
 * @param version of its drawing; null when somebody deleted that since
 * @param matter null for what belongs to no matter, like number, title and unit
 * @param unit that has the matter in hand, or had it last
 * @param seconds from beginning to end; null while it runs
 * @param outcome name of the end that was reached
 * @param state ACTIVE, SUSPENDED, COMPLETED, EXTERNALLY_TERMINATED or INTERNALLY_TERMINATED
 */
public record Row(
        String id,
        String process,
        String name,
        Integer version,
        UUID matter,
        String number,
        String title,
        String unit,
        Instant startedAt,
        Instant endedAt,
        Long seconds,
        String outcome,
        String state) {}
