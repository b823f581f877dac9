package org.minyi.supervision.gathering;

import java.util.UUID;

/** Identifies a {@link Duty}. */
public record DutyId(UUID value) {

    public static DutyId of(String text) {
        return new DutyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
