package org.minyi.workorder;

/** What asking the person again came to: an answer, good or not, or none. */
public enum Heard {
    GOOD,
    BAD,
    NONE;

    /**
     * From an answer by SMS (SATISFIED, HALF, DISSATISFIED) or the outcome of a return call (SATISFIED, DISSATISFIED,
     * REFUSED, UNREACHABLE), or NOT_ASKED. What is not known is not good.
     */
    static Heard of(String answer) {
        return switch (answer) {
            case "SATISFIED" -> GOOD;
            case "REFUSED", "UNREACHABLE", Resurvey.NOT_ASKED -> NONE;
            default -> BAD;
        };
    }
}
