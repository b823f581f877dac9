package org.minyi.responsibility;

import java.time.Instant;
import org.minyi.citizen.WordsId;

/**
 * A respondent contests a verdict.
 *
 * @param words why
 * @param outcome null while nobody has judged it
 * @param judgedWords why so; null while nobody has judged it
 * @param instead what the verdict becomes where the objection is upheld; null otherwise
 */
public record Objection(
        ResponsibilityId about,
        String raisedBy,
        Instant raisedAt,
        WordsId words,
        Outcome outcome,
        String judgedBy,
        Instant judgedAt,
        WordsId judgedWords,
        Judgement instead) {

    /** How an objection ends. */
    public enum Outcome {
        UPHELD,
        REJECTED
    }
}
