package org.minyi.channel.sms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

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

    /** One for each message; of several a delivery is believed. */
    static List<DeliveryReport> oneEach(List<DeliveryReport> reports) {
        var one = new LinkedHashMap<String, DeliveryReport>();
        reports.forEach(report -> one.merge(report.gatewayId(), report, DeliveryReport::better));
        return List.copyOf(one.values());
    }

    private static DeliveryReport better(DeliveryReport first, DeliveryReport second) {
        return second.outcome() == Outcome.DELIVERED ? second : first;
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "DeliveryReport[gatewayId=" + gatewayId + ", outcome=" + outcome + "]";
    }
}
