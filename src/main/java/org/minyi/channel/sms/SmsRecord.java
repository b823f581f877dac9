package org.minyi.channel.sms;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.LineId;

/**
 * A message and where it stands.
 *
 * @param sentAt when it was handed to the operator; null before
 */
public record SmsRecord(
        UUID id,
        UUID batch,
        LineId line,
        String extension,
        String text,
        SmsState state,
        Instant putAt,
        Instant sentAt,
        Instant movedAt) {

    @Override
    public String toString() {
        return "SmsRecord[id=" + id + ", state=" + state + "]";
    }
}
