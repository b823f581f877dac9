package org.minyi.callback;

/** Why somebody is dissatisfied, as the caller ticks it. Triage starts from it as the matter's category. */
public enum CallReason {
    ATTITUDE,
    DELAY,
    PROCEDURE,
    RESULT,
    INTEGRITY,
    OTHER
}
