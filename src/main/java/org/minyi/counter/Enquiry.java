package org.minyi.counter;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.WordsId;

/**
 * What somebody asked about their matter.
 *
 * @param answeredAt null while it waits
 * @param answeredBy user id of the case steward; null while it waits
 * @param answer null while it waits
 */
public record Enquiry(
        EnquiryId id,
        UUID matter,
        Instant askedAt,
        WordsId words,
        Instant answeredAt,
        String answeredBy,
        WordsId answer) {

    public boolean waits() {
        return answeredAt == null;
    }
}
