package org.minyi.opinion;

/** The matter is not this person's to supervise: not theirs to see, not their unit's, about themselves, or over. */
public class MayNotRaise extends RuntimeException {

    MayNotRaise() {
        super("The director supervises open matters, and a leader those of their own unit that are not about it.");
    }
}
