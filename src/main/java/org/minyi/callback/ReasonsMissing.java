package org.minyi.callback;

/** Somebody ended a call that reached nobody without saying why: it may end the matter of a dissatisfied person. */
public class ReasonsMissing extends IllegalArgumentException {

    ReasonsMissing() {
        super("That somebody cannot be reached needs reasons, and none were given.");
    }
}
