package org.minyi.opinion;

/** Somebody raised an opinion who waits for the answer to another one on the same matter. */
public class OpinionWaits extends RuntimeException {

    OpinionWaits() {
        super("Your opinion on this matter waits for its answer already.");
    }
}
