package org.minyi.citizen;

import java.util.UUID;

/** Stands for a telephone line wherever its number must not stand. */
public record LineId(UUID value) {

    public static LineId of(String text) {
        return new LineId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
