package org.minyi.channel.sms;

import java.time.Instant;

/**
 * What became of a message, as the operator tells it.
 *
 * @param number the citizen's number; with the extension it finds a message whose own answer was lost
 */
public record DeliveryReport(String gatewayId, String number, String extension, Outcome outcome, Instant at) {

    /** How it ended. */
    public enum Outcome {
        DELIVERED,
        FAILED,
        EXPIRED
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "DeliveryReport[gatewayId=" + gatewayId + ", outcome=" + outcome + "]";
    }
}
