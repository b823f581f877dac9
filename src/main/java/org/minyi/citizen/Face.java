package org.minyi.citizen;

/**
 * What somebody with a reason to look is shown of a person. Each is null where it is not known, or was forgotten.
 *
 * @param name masked (王**) unless the person is to be spoken to
 * @param number masked (138****1234) unless the full number was asked for
 * @param address masked (******) unless the full number was asked for
 * @param withheld whether the full number was asked for and the user has seen as many people today as one may
 */
public record Face(String name, String number, String address, boolean withheld) {

    private static final String HIDDEN = "******";

    /** With nothing withheld. Who stays unnamed has an empty name. */
    public Face(String name, String number, String address) {
        this(name == null || name.isEmpty() ? null : name, number, address, false);
    }

    /** As it is shown to whoever need not speak to the person, or may not. */
    Face masked(boolean isWithheld) {
        return new Face(
                masked(name),
                number == null ? null : PhoneReading.masked(number),
                address == null ? null : HIDDEN,
                isWithheld);
    }

    /** The first character, for a family name; the same length for every name. */
    private static String masked(String name) {
        return name == null ? null : name.substring(0, name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1)) + "**";
    }

    /** Shows nothing: a name or number must not reach a log. */
    @Override
    public String toString() {
        return "Face[sealed]";
    }
}
