package org.minyi.question;

import java.util.Optional;

/** What a citizen can answer by digit. Half solved is an answer of its own, and not a good one. */
public enum Answer {
    SATISFIED(1),
    HALF(2),
    DISSATISFIED(3);

    private final int digit;

    Answer(int digit) {
        this.digit = digit;
    }

    public int digit() {
        return digit;
    }

    /** Half solved is not solved: both other answers open a matter, or its next round. */
    public boolean isGood() {
        return this == SATISFIED;
    }

    public static Optional<Answer> of(int digit) {
        return digit >= 1 && digit <= 3 ? Optional.of(values()[digit - 1]) : Optional.empty();
    }
}
