package org.minyi.responsibility;

/** Somebody decided on responsibility what nobody decides without saying why. */
public class ReasonsMissing extends IllegalArgumentException {

    ReasonsMissing(String what) {
        super("Say why: %s needs reasons.".formatted(what));
    }
}
