package org.minyi.responsibility;

/** Verdict and score say different things: only an unfounded matter leaves a unit blameless. */
public class ScoreContradictsVerdict extends IllegalArgumentException {

    ScoreContradictsVerdict(Verdict verdict, int score) {
        super("The verdict %s does not go with the score %d: unfounded is 100, anything else is less. Send it back."
                .formatted(verdict, score));
    }
}
