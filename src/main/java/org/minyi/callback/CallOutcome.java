package org.minyi.callback;

/** What came of an attempt, and of the whole call. */
public enum CallOutcome {
    /** Of an attempt only: the plan says when to try again. */
    NO_ANSWER,
    SATISFIED,
    DISSATISFIED,
    /** Was reached and does not want to speak about it. */
    REFUSED,
    /** Of a call only: a second person confirmed it. */
    UNREACHABLE
}
