package org.minyi.complaint;

/** Somebody ended a person's matter without saying why, or without saying where to turn. */
public class ReasonsMissing extends IllegalArgumentException {

    ReasonsMissing(String outcome) {
        super("%s needs words, and none were given".formatted(outcome));
    }
}
