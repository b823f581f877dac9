package org.minyi.board;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.minyi.organisation.UnitCode;

/**
 * A task that waits, as far as a dossier needs it.
 *
 * @param id the engine's; its deadline is known by it
 * @param step drawing and element: {@code work-order.signOrder}; named in the table of time limits
 * @param assignee null until somebody claims it
 * @param unit to which it is offered; null for the centre's groups
 * @param due null when nothing fixed it
 * @param matter the complaint it belongs to, or what else it is about (a wave); null when unknown
 * @param person whom it is about; null when unknown
 */
public record OpenTask(
        String id,
        String name,
        String step,
        String assignee,
        UnitCode unit,
        Instant due,
        UUID matter,
        int round,
        PersonId person) {}
