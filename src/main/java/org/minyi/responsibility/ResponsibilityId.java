package org.minyi.responsibility;

import java.util.UUID;

/** One verdict on one respondent; business key of its process. */
public record ResponsibilityId(UUID value) {

    public static ResponsibilityId of(String text) {
        return new ResponsibilityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
