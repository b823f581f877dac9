package org.minyi.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.channel.sms.DeliveryReport;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/**
 * An operator with one customer, us, and a phone for everybody in Lanhe. It speaks the port that real links speak, and
 * is as moody as the pocket phone's panel tells it to be.
 */
@Service
@ConditionalOnProperty("minyi.simulator")
class SimulatedOperator implements SmsOperator {

    /** Invented, like everything in Lanhe. */
    static final String SERVICE_NUMBER = "1069900110";

    private static final String GATEWAY = "gw-";

    private static final int REPORTS_AT_ONCE = 1_000;

    private final PhoneTables phones;
    private final ObjectProvider<OperatorInbox> inbox;
    private final Clock clock;
    private volatile OperatorMood mood = OperatorMood.GOOD;

    SimulatedOperator(PhoneTables phones, ObjectProvider<OperatorInbox> inbox, Clock clock) {
        this.phones = phones;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Which of our messages has this id of the gateway; nothing where it is none of ours. */
    static Optional<UUID> smsOf(String gatewayId) {
        return gatewayId.startsWith(GATEWAY)
                ? Optional.of(UUID.fromString(gatewayId.substring(GATEWAY.length())))
                : Optional.empty();
    }

    OperatorMood mood() {
        return mood;
    }

    void be(OperatorMood wanted) {
        mood = wanted;
    }

    @Override
    public List<Submission> submit(List<OutgoingSms> window) {
        var now = clock.instant();
        var messages = new ArrayList<PhoneMessage>(window.size());
        var answers = new ArrayList<Submission>(window.size());
        for (var sms : window) {
            var gatewayId = GATEWAY + sms.id();
            messages.add(new PhoneMessage(
                    0,
                    gatewayId,
                    sms.number(),
                    SERVICE_NUMBER + sms.extension(),
                    sms.extension(),
                    false,
                    sms.text(),
                    now,
                    "SENT"));
            answers.add(new Submission.Accepted(gatewayId));
        }
        phones.insert(messages);
        if (mood.noAnswer()) {
            throw new IllegalStateException("the simulated operator hung up");
        }
        return answers;
    }

    /** Sends the delivery reports that are due. Answers how many messages were reported. */
    int report() {
        var current = mood;
        var due = phones.unreported(clock.instant().minusSeconds(current.delaySeconds()), REPORTS_AT_ONCE);
        if (due.isEmpty()) {
            return 0;
        }
        if (!current.loseReports()) {
            var reports = due.stream().map(this::delivered).toList();
            inbox.getObject().reports(reports);
            if (current.doubleReports()) {
                inbox.getObject().reports(reports);
            }
        }
        phones.delivered(due);
        return due.size();
    }

    private DeliveryReport delivered(PhoneMessage message) {
        return new DeliveryReport(
                message.gatewayId(),
                message.phone(),
                message.extension(),
                DeliveryReport.Outcome.DELIVERED,
                clock.instant());
    }

    /**
     * A citizen writes.
     *
     * @param to the number written to; null for our service number itself
     */
    PhoneMessage write(String phone, String text, String to) {
        var service = to == null || to.isBlank() ? SERVICE_NUMBER : to;
        if (!service.startsWith(SERVICE_NUMBER)) {
            throw new IllegalArgumentException(
                    "'%s' is not one of our numbers: they begin with %s".formatted(to, SERVICE_NUMBER));
        }
        Instant now = clock.instant();
        var extension = service.substring(SERVICE_NUMBER.length());
        var message =
                new PhoneMessage(0, "mo-" + UUID.randomUUID(), phone, service, extension, true, text, now, "RECEIVED");
        phones.insert(List.of(message));
        inbox.getObject().replies(List.of(new IncomingSms(message.gatewayId(), phone, extension, text, now)));
        return message;
    }
}
