package org.minyi.complaint;

/** What a person wants with their matter. */
public enum Kind {
    COMPLAINT,
    CONSULTATION,
    REPORT,
    SUGGESTION,
    HELP,
    PRAISE
}
