package org.minyi.extension;

import java.util.UUID;

/** One request for more time; business key of its process. */
public record RequestId(UUID value) {

    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
