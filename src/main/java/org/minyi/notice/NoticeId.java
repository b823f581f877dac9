package org.minyi.notice;

import java.util.UUID;

/** One official document. */
public record NoticeId(UUID value) {

    public static NoticeId of(String id) {
        return new NoticeId(UUID.fromString(id));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
