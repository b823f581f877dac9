package org.minyi.custody;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;

/**
 * Somebody asks the custodian whom a matter is from.
 *
 * @param words why
 * @param decidedBy null while nobody has decided
 * @param decisionWords why it was decided so; null where the custodian granted without a word
 * @param until when a grant ends; null without one
 */
public record IdentityRequest(
        RequestId id,
        UUID matter,
        PersonId person,
        String askedBy,
        Instant askedAt,
        WordsId words,
        State state,
        String decidedBy,
        Instant decidedAt,
        WordsId decisionWords,
        Instant until) {

    /** Where a request stands. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED
    }
}
