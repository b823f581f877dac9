package org.minyi.citizen;

import java.util.UUID;

/** Stands for a person wherever their name must not stand. */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
