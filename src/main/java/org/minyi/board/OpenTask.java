package org.minyi.board;

import java.time.Instant;
import java.util.UUID;
import org.minyi.organisation.UnitCode;

/**
 * A task that waits, as far as a dossier needs it.
 *
 * @param step drawing and element: {@code work-order.signOrder}; names its deadline
 * @param assignee null until somebody claims it
 * @param unit to which it is offered; null for the centre's groups
 * @param due null when nothing fixed it
 * @param matter the complaint it belongs to, or what else it is about (a wave); null when unknown
 */
public record OpenTask(String name, String step, String assignee, UnitCode unit, Instant due, UUID matter, int round) {}
