package org.minyi.responsibility;

/** What looking into a matter found. */
public enum Verdict {
    FOUNDED,
    PARTLY,
    UNFOUNDED
}
