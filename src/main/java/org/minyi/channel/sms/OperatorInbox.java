package org.minyi.channel.sms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.minyi.citizen.Citizens;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operator links hand in. Both methods return after their commit: only then may a link tell the operator that it
 * has the message. Every call has a transaction of its own for that reason.
 */
@Service
public class OperatorInbox {

    private final SmsTables tables;
    private final Citizens citizens;
    private final ReplySink sink;
    private final Clock clock;

    OperatorInbox(SmsTables tables, Citizens citizens, ReplySink sink, Clock clock) {
        this.tables = tables;
        this.citizens = citizens;
        this.sink = sink;
        this.clock = clock;
    }

    /** Delivery reports, in any order, also twice, also before the operator's answer to the message itself. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void reports(List<DeliveryReport> reports) {
        var one = new LinkedHashMap<String, DeliveryReport>();
        reports.forEach(report -> one.merge(report.gatewayId(), report, OperatorInbox::better));
        var told = List.copyOf(one.values());
        var known = tables.report(told);
        var early = told.stream()
                .filter(report -> !known.contains(report.gatewayId()))
                .toList();
        if (!early.isEmpty()) {
            var lines =
                    citizens.lines(early.stream().map(DeliveryReport::number).toList());
            tables.park(early, lines);
        }
    }

    /** Messages from citizens. What comes from a number that is none is nobody's, and dropped. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void replies(List<IncomingSms> replies) {
        var lines = citizens.lines(replies.stream().map(IncomingSms::number).toList());
        var written = new ArrayList<ReplySink.Written>(replies.size());
        for (var reply : replies) {
            var line = lines.get(reply.number());
            if (line != null) {
                written.add(new ReplySink.Written(
                        reply.operatorRef(), line, reply.extension(), reply.text(), reply.receivedAt()));
            }
        }
        sink.store(written);
        var threaded =
                written.stream().filter(reply -> !reply.extension().isEmpty()).toList();
        if (!threaded.isEmpty()) {
            tables.resolveByReply(
                    threaded.stream().map(ReplySink.Written::line).toList(),
                    threaded.stream().map(ReplySink.Written::extension).toList(),
                    clock.instant());
        }
    }

    private static DeliveryReport better(DeliveryReport first, DeliveryReport second) {
        return second.outcome() == DeliveryReport.Outcome.DELIVERED ? second : first;
    }
}
