package org.minyi.citizen;

/**
 * What somebody with a reason to look is shown of a person.
 *
 * @param number masked (138****1234) unless the full number was asked for; null without a phone
 */
public record Face(String name, String number) {

    /** Shows nothing: a name or number must not reach a log. */
    @Override
    public String toString() {
        return "Face[sealed]";
    }
}
