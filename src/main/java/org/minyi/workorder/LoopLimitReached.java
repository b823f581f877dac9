package org.minyi.workorder;

/** The director sent a matter back that the ladder does not send round any more. */
public class LoopLimitReached extends IllegalStateException {

    public LoopLimitReached() {
        super("The ladder has come to its end: the matter is disposed of finally, it is not sent back any more.");
    }
}
