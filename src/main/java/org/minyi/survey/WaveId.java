package org.minyi.survey;

import java.util.UUID;

/** One day's contacts asked together; business key of its process. */
public record WaveId(UUID value) {

    public static WaveId of(String text) {
        return new WaveId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
