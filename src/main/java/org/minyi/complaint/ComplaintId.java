package org.minyi.complaint;

import java.util.UUID;

/** One matter a person raised; business key of its process. */
public record ComplaintId(UUID value) {

    public static ComplaintId of(String text) {
        return new ComplaintId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
