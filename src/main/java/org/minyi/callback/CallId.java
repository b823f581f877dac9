package org.minyi.callback;

import java.util.UUID;

/** One return call, with all its attempts. */
public record CallId(UUID value) {

    public static CallId of(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
