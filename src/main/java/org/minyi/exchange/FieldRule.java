package org.minyi.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * One field of a message's body.
 *
 * @param most longest text, or largest number; 0 where there is no such thing
 */
public record FieldRule(String name, boolean required, Shape shape, int most) {

    /** What a field looks like. */
    public enum Shape {
        /** What somebody wrote or said. */
        WORDS,
        /** Upper case, digits and underscores; or the number of a matter. */
        CODE,
        /** Twelve digits. */
        UNIT,
        /** A whole number from 1. */
        COUNT,
        /** ISO 8601 with an offset. */
        INSTANT,
        TRUTH
    }

    static FieldRule must(String name, Shape shape, int most) {
        return new FieldRule(name, true, shape, most);
    }

    static FieldRule may(String name, Shape shape, int most) {
        return new FieldRule(name, false, shape, most);
    }

    boolean fits(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return !required;
        }
        return switch (shape) {
            case WORDS -> value.isTextual() && isText(value.textValue());
            case CODE -> value.isTextual() && value.textValue().matches("[A-Z0-9_-]{1," + most + "}");
            case UNIT -> value.isTextual() && value.textValue().matches("\\d{12}");
            case COUNT -> value.isInt() && value.intValue() >= 1 && value.intValue() <= most;
            case INSTANT -> value.isTextual() && isInstant(value.textValue());
            case TRUTH -> value.isBoolean();
        };
    }

    private boolean isText(String text) {
        return (!required || !text.isBlank())
                && text.length() <= most
                && text.chars().noneMatch(one -> Character.isISOControl(one) && "\n\r\t".indexOf(one) < 0);
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    /** What would have been right. */
    String expected() {
        var what =
                switch (shape) {
                    case WORDS -> "a text of at most %d characters".formatted(most);
                    case CODE -> "a code of capital letters, digits, _ and -, at most %d".formatted(most);
                    case UNIT -> "the twelve-digit code of a unit";
                    case COUNT -> "a whole number from 1 to %d".formatted(most);
                    case INSTANT -> "a time with an offset, for example 2026-11-29T08:30:00+08:00";
                    case TRUTH -> "true or false";
                };
        return required ? what : what + ", or nothing";
    }
}
