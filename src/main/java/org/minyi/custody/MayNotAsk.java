package org.minyi.custody;

/** The matter is not this person's to see, or they belong to those it is about; which of the two stays unsaid. */
public class MayNotAsk extends RuntimeException {

    MayNotAsk() {
        super("you may not ask whom this matter is from");
    }
}
