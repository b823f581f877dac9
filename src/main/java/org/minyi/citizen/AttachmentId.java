package org.minyi.citizen;

import java.util.UUID;

/** Stands for a file that somebody handed in wherever the file must not stand. */
public record AttachmentId(UUID value) {

    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
