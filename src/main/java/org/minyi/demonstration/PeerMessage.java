package org.minyi.demonstration;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A message in the thread of a matter, as the simulated hotline sees it.
 *
 * @param direction OUT is from the hotline to Minyi
 * @param message all of it, as it travelled
 * @param answer what Minyi answered, as an HTTP status; null while it did not
 * @param times how often it came, or was sent
 */
record PeerMessage(
        long id,
        String messageId,
        String reference,
        String direction,
        int sequence,
        String kind,
        @JsonRawValue String message,
        Instant at,
        Integer answer,
        int times) {

    /** Without what was said. */
    @Override
    public String toString() {
        return "PeerMessage[id=" + id + "]";
    }
}
