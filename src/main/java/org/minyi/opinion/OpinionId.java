package org.minyi.opinion;

import java.util.UUID;

/** Identifies an {@link Opinion}. */
public record OpinionId(UUID value) {

    public static OpinionId of(String text) {
        return new OpinionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
