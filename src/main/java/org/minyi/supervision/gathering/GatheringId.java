package org.minyi.supervision.gathering;

import java.util.UUID;

/** Identifies a {@link Gathering}. */
public record GatheringId(UUID value) {

    public static GatheringId of(String text) {
        return new GatheringId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
