package org.minyi.contact;

import java.util.UUID;

/** One dealing a person had with the police. */
public record ContactId(UUID value) {

    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
