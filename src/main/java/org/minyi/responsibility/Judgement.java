package org.minyi.responsibility;

/**
 * Verdict and score, which go together: only what is unfounded is blameless.
 *
 * @param score 100 is blameless, 0 is accountable
 */
public record Judgement(Verdict verdict, int score) {

    private static final int BLAMELESS = 100;

    /** Refuses two that contradict each other. */
    public Judgement {
        if (score < 0 || score > BLAMELESS) {
            throw new IllegalArgumentException("a score is 0 to 100, not " + score);
        }
        if ((verdict == Verdict.UNFOUNDED) != (score == BLAMELESS)) {
            throw new ScoreContradictsVerdict(verdict, score);
        }
    }

    /** Whoever has this score is held accountable. */
    public boolean isAccountable() {
        return score == 0;
    }
}
