package org.minyi.channel.sms;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.minyi.channel.sms.ReplySink.Written;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.WordsBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operator links hand in. Every method returns after its commit: only then may a link tell the operator that it
 * has the message. Every call has a transaction of its own for that reason.
 */
@Service
public class OperatorInbox {

    /** Told again within this time without an id of the operator's, it is the same message. */
    private static final Duration SAME_WITHIN = Duration.ofHours(1);

    /** So long the parts of a long message wait for each other. */
    private static final Duration PARTS_WAIT = Duration.ofMinutes(5);

    /** A part told again within this time is one; its operator's references come round again. */
    private static final Duration PARTS_KNOWN = Duration.ofMinutes(10);

    private final SmsTables tables;
    private final IncomingTables incoming;
    private final Citizens citizens;
    private final WordsBook words;
    private final ReplySink sink;
    private final Clock clock;

    OperatorInbox(
            SmsTables tables,
            IncomingTables incoming,
            Citizens citizens,
            WordsBook words,
            ReplySink sink,
            Clock clock) {
        this.tables = tables;
        this.incoming = incoming;
        this.citizens = citizens;
        this.words = words;
        this.sink = sink;
        this.clock = clock;
    }

    /** Delivery reports, in any order, also twice, also before the operator's answer to the message itself. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void reports(List<DeliveryReport> reports) {
        var told = DeliveryReport.oneEach(reports);
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

    /**
     * Messages from citizens. What comes from a number that is none is nobody's, and dropped; what has no id of the
     * operator's and was heard within the hour is the same message, told again.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void replies(List<IncomingSms> replies) {
        var lines = citizens.lines(replies.stream().map(IncomingSms::number).toList());
        var written = new ArrayList<Written>(replies.size());
        var nameless = new LinkedHashMap<String, Written>();
        for (var reply : replies) {
            var line = lines.get(reply.number());
            if (line == null) {
                continue;
            }
            if (reply.operatorRef() == null) {
                nameless.putIfAbsent(heard(line, reply), written("heard-" + UUID.randomUUID(), line, reply));
            } else {
                written.add(written(reply.operatorRef(), line, reply));
            }
        }
        if (!nameless.isEmpty()) {
            var now = clock.instant();
            var unheard = incoming.unheard(nameless.keySet(), now.minus(SAME_WITHIN), now);
            nameless.forEach((what, reply) -> {
                if (unheard.contains(what)) {
                    written.add(reply);
                }
            });
        }
        store(written);
    }

    /** Parts of long messages. A message that is whole by now is stored. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void parts(List<IncomingPart> parts) {
        var lines = citizens.lines(parts.stream().map(IncomingPart::number).toList());
        for (var part : parts) {
            var line = lines.get(part.number());
            if (line != null) {
                keep(part, line);
            }
        }
        readParts();
    }

    /** What waited long enough for a part that never came, and what is to be forgotten. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sweep() {
        if (incoming.anyUnread()) {
            readParts();
        }
        incoming.forgetReadBefore(clock.instant().minus(PARTS_KNOWN));
        incoming.forgetHeardBefore(clock.instant().minus(SAME_WITHIN));
    }

    private void keep(IncomingPart part, LineId line) {
        var bytes = words.keep(null, LongReply.kept(part.payload()));
        if (!incoming.keep(part, line, bytes)) {
            words.drop(List.of(bytes));
        }
    }

    private void readParts() {
        var now = clock.instant();
        var parts = incoming.takeWholeOrOlder(now.minus(PARTS_WAIT), now);
        var ids = parts.stream().map(IncomingTables.Kept::words).toList();
        var bytes = words.read(ids);
        store(
                parts.stream()
                        .collect(groupingBy(IncomingTables.Kept::whole, LinkedHashMap::new, toList()))
                        .values()
                        .stream()
                        .map(some -> LongReply.of(some, bytes))
                        .toList());
        words.drop(ids);
    }

    private void store(List<Written> written) {
        if (written.isEmpty()) {
            return;
        }
        sink.store(written.stream().map(OperatorInbox::storable).toList());
        var threaded =
                written.stream().filter(reply -> !reply.extension().isEmpty()).toList();
        if (!threaded.isEmpty()) {
            tables.resolveByReply(
                    threaded.stream().map(Written::line).toList(),
                    threaded.stream().map(Written::extension).toList(),
                    clock.instant());
        }
    }

    /** A character that no database takes is nothing a citizen wrote. */
    private static Written storable(Written reply) {
        return reply.text().indexOf(0) < 0
                ? reply
                : new Written(
                        reply.operatorRef(),
                        reply.line(),
                        reply.extension(),
                        reply.text().replace("\0", ""),
                        reply.receivedAt());
    }

    private static Written written(String ref, LineId line, IncomingSms reply) {
        return new Written(ref, line, reply.extension(), reply.text(), reply.receivedAt());
    }

    private static String heard(LineId line, IncomingSms reply) {
        return DigestUtils.sha256Hex(
                (line.value() + "\n" + reply.extension() + "\n" + reply.text()).getBytes(StandardCharsets.UTF_8));
    }
}
