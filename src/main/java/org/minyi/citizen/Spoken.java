package org.minyi.citizen;

/**
 * Something said or written.
 *
 * @param person who said it; null when nobody knows
 */
public record Spoken(PersonId person, String text) {

    /** Shows nothing: words must not reach a log. */
    @Override
    public String toString() {
        return "Spoken[sealed]";
    }
}
