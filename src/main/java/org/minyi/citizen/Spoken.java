package org.minyi.citizen;

/**
 * Something said or written.
 *
 * @param person the citizen who said it; null when nobody knows, and for what staff wrote
 */
public record Spoken(PersonId person, String text) {

    /** Shows nothing: words must not reach a log. */
    @Override
    public String toString() {
        return "Spoken[sealed]";
    }
}
