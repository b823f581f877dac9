package org.minyi.counter;

import java.util.UUID;

/** An enquiry about a matter. */
public record EnquiryId(UUID value) {

    public static EnquiryId of(String text) {
        return new EnquiryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
