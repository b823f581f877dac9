package org.minyi.extension;

/** What can be asked for. */
public enum Kind {
    /** Some working days more. */
    EXTENSION,
    /** That the clock stands still for a while. */
    PAUSE
}
