package org.minyi.workorder;

/** What looking into a matter found. */
public enum Verdict {
    FOUNDED,
    PARTLY,
    UNFOUNDED
}
