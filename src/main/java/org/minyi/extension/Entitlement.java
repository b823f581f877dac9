package org.minyi.extension;

/**
 * What may be asked for, as extension-plan.dmn says.
 *
 * @param decides who decides on it
 * @param atMostDays working days, of an extension or a pause
 * @param rule in words
 */
public record Entitlement(Decider decides, int atMostDays, String rule) {

    /** Who decides. */
    public enum Decider {
        LEVEL_ABOVE,
        DIRECTOR,
        NOBODY
    }

    boolean isThere() {
        return decides != Decider.NOBODY;
    }
}
