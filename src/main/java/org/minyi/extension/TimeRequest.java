package org.minyi.extension;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * A unit asks for more time.
 *
 * @param days working days more; null for a pause
 * @param until when a pause is to end; null for an extension
 * @param reason of a pause; null for an extension
 * @param words why
 * @param decidedBy null while nobody has decided, and where it lapsed
 * @param decisionWords null where more time was granted without a word
 */
public record TimeRequest(
        RequestId id,
        UUID deadline,
        UUID matter,
        UnitCode unit,
        Kind kind,
        Integer days,
        Instant until,
        PauseReason reason,
        String askedBy,
        Instant askedAt,
        WordsId words,
        State state,
        String decidedBy,
        Instant decidedAt,
        WordsId decisionWords) {

    /** Where a request stands. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        /** The step was done before anybody decided. */
        LAPSED
    }
}
