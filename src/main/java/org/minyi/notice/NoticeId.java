package org.minyi.notice;

import java.util.UUID;

/** One official document. */
public record NoticeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
