package org.minyi.exchange;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.WordsId;

/**
 * A message of either direction, as people see it.
 *
 * @param peer the name of the exchange
 * @param matter null while it belongs to none
 * @param at when it came, or was put in
 * @param reason why it failed, or what was said last, as a code; null where nothing is wrong
 * @param words what the peer's people wrote; null where they wrote nothing, and in what leaves
 * @param decidedBy who set it aside; null where nobody did
 * @param settledAt null while it is not
 * @param decidedWords why it was set aside
 */
public record Letter(
        Way way,
        UUID id,
        String peer,
        String reference,
        int sequence,
        MessageKind kind,
        UUID matter,
        Instant at,
        State state,
        String reason,
        WordsId words,
        String decidedBy,
        Instant settledAt,
        WordsId decidedWords) {

    /** Where it stands. */
    public enum State {
        /** To be applied, or to be sent. */
        WAITING,
        /** Applied here, or taken by the peer. */
        DONE,
        /** A person decides. */
        DEAD,
        /** Somebody settled it on the telephone. */
        BY_TELEPHONE,
        IGNORED;

        static State of(String column) {
            return switch (column) {
                case "APPLIED", "DELIVERED" -> DONE;
                case "SENDING" -> WAITING;
                default -> valueOf(column);
            };
        }
    }
}
