package org.minyi.responsibility;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * One respondent's verdict.
 *
 * @param number of the matter, as people say it
 * @param officer login or badge; null where it is the unit itself
 * @param confirmed as the centre confirmed it
 * @param finding what was found; null where nobody said so
 * @param grounds why it was judged so; null where nobody said so
 * @param settled what it came to; null until nothing can change it any more
 * @param effectiveAt from when on it counts; null until then
 */
public record Responsibility(
        ResponsibilityId id,
        UUID matter,
        String number,
        int round,
        UnitCode unit,
        String officer,
        Judgement confirmed,
        String confirmedBy,
        Instant confirmedAt,
        WordsId finding,
        WordsId grounds,
        State state,
        Judgement settled,
        Instant effectiveAt) {

    /** Where a verdict stands. */
    public enum State {
        /** The respondent was told and may object. */
        NOTIFIED,
        /** An objection is being judged; nothing follows of the verdict meanwhile. */
        OBJECTED,
        /** It counts. */
        EFFECTIVE
    }

    public Optional<String> named() {
        return Optional.ofNullable(officer);
    }

    /** Whether an objection made it something else than it was confirmed as. */
    public boolean isCorrected() {
        return settled != null && !settled.equals(confirmed);
    }
}
