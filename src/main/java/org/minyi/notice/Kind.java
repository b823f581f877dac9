package org.minyi.notice;

/** What official documents there are; each kind counts for itself. */
public enum Kind {
    /** To a unit that is late, or has to put a matter right once more. */
    REMINDER_LETTER
}
