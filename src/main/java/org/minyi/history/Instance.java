package org.minyi.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One process as it went, or goes.
 *
 * @param root the first process of the matter, which called this one or one that called it
 * @param rootKey business key of the first process: the matter's id, or a wave's, or a contact's
 * @param caller the process that called this one; null for the first
 * @param definition the very version of the drawing it goes by
 * @param startedBy user id; null when no person did
 * @param endedAt null while it runs
 * @param end id of the end that was reached; null while it runs, and when somebody ended it from outside
 * @param state as the engine calls it: ACTIVE, COMPLETED, EXTERNALLY_TERMINATED …
 * @param why why it was ended from outside; null otherwise
 */
record Instance(
        String id,
        String root,
        String rootKey,
        String caller,
        String definition,
        String process,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        String end,
        String state,
        String why) {

    /** The matter, if the first process belongs to one; whether there is such a matter is not said. */
    Optional<UUID> matter() {
        try {
            return Optional.ofNullable(rootKey).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            // An owner's own drawing may use any business key.
            return Optional.empty();
        }
    }

    Place place() {
        return new Place(startedAt, id);
    }
}
