package org.minyi.workorder;

/** Somebody decided what nobody may decide without saying why. */
public class ReasonsMissing extends IllegalArgumentException {

    ReasonsMissing(Step step, String outcome) {
        super("%s %s needs reasons, and none were given".formatted(step, outcome));
    }
}
