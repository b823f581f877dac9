package org.minyi.channel.sms;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.LineId;

/**
 * A message to be sent once.
 *
 * @param id chosen by whoever writes it: putting the same draft twice sends it once
 * @param batch what is withdrawn together
 * @param extension digits after the service number, to which a reply comes back; empty when none is expected
 * @param notBefore sent from then on, within the sending hours
 */
public record SmsDraft(UUID id, UUID batch, LineId line, String extension, String text, Instant notBefore) {

    /** Without the text: it may hold what the citizen told us. */
    @Override
    public String toString() {
        return "SmsDraft[id=" + id + "]";
    }
}
