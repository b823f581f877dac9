package org.minyi.citizen;

/**
 * What somebody typed as a phone number, read: plain national digits (13800000000, 02012345678), or what is wrong with
 * it. A number from abroad keeps its country ({@code +85212345678}).
 */
public sealed interface PhoneReading {

    /** It is a number. */
    record Phone(String digits, LineKind kind) implements PhoneReading {

        /** Shows nothing: a number must not reach a log. */
        @Override
        public String toString() {
            return "Phone[sealed]";
        }
    }

    /** It is none, in words that never repeat what was typed. */
    record Fault(String words) implements PhoneReading {}

    /** Reads a number as people type them: with +86, 0086, spaces, dashes, brackets, full-width digits. */
    static PhoneReading of(String typed) {
        return TypedPhone.read(typed);
    }

    /** As officers see it who need not dial (138****1234): the first three and the last four digits; of a short number only the last two. */
    static String masked(String number) {
        if (number.length() < 8) {
            return "*".repeat(Math.max(0, number.length() - 2)) + number.substring(Math.max(0, number.length() - 2));
        }
        return number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }
}
