package org.minyi.callback;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.PersonId;

/**
 * A call about one matter in one round.
 *
 * @param outcome null while it is open
 * @param reason only of a dissatisfied person
 * @param concludedAt null while it is open
 */
public record ReturnCall(
        CallId id,
        UUID matter,
        int round,
        PersonId person,
        Instant openedAt,
        CallOutcome outcome,
        CallReason reason,
        Instant concludedAt) {}
