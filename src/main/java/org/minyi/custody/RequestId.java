package org.minyi.custody;

import java.util.UUID;

/** A request for an identity. */
public record RequestId(UUID value) {

    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
