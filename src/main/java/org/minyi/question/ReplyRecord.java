package org.minyi.question;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.WordsId;

/**
 * A reply as it was kept, and what became of it.
 *
 * @param digit as written; null when there was none
 * @param question the question it belongs to; null when unknown
 */
public record ReplyRecord(
        UUID id,
        LineId line,
        Integer code,
        Integer digit,
        WordsId words,
        Instant receivedAt,
        State state,
        QuestionId question) {

    /** What became of a reply. */
    public enum State {
        /** Kept, not looked at yet. */
        STORED,
        /** It is the answer. */
        APPLIED,
        /** Came before its question; looked at again for an hour. */
        EARLY,
        /** What follows from it failed; looked at again later and later. */
        SET_ASIDE,
        /** Came after its question had closed. */
        LATE,
        /** Says again what was answered. */
        REPEATED,
        /** Says something else than was answered; the first answer holds, but who takes a good one back is heard. */
        CONTRADICTORY,
        /** Fits several open questions; never guessed. */
        AMBIGUOUS,
        /** Fits no question. */
        UNMATCHED,
        /** Words without a digit. */
        UNREADABLE,
        /** Wishes not to be asked again. */
        OPT_OUT
    }
}
