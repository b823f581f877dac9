package org.minyi.board;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.minyi.organisation.UnitCode;

/**
 * A task that waits, as far as a dossier needs it.
 *
 * @param step drawing and element: {@code work-order.signOrder}; names its deadline
 * @param assignee null until somebody claims it
 * @param unit to which it is offered; null for the centre's groups
 * @param due null when nothing fixed it
 * @param matter the complaint it belongs to, or what else it is about (a wave); null when unknown
 * @param person whom it is about; null when unknown
 * @param attempt attempts made before, in a process that tries again after a while; 0 elsewhere
 */
public record OpenTask(
        String name,
        String step,
        String assignee,
        UnitCode unit,
        Instant due,
        UUID matter,
        int round,
        PersonId person,
        int attempt) {}
