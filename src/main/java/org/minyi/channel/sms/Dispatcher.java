package org.minyi.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minyi.channel.sms.SmsOperator.OutgoingSms;
import org.minyi.channel.sms.SmsOperator.Submission;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what lies in the outbox, window by window. Each window is committed as SUBMITTING before the operator is called,
 * outside any transaction; its answers are committed together with the next window's SUBMITTING.
 */
@Service
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PARKED_REPORTS_KEPT = Duration.ofDays(7);

    private final SmsTables tables;
    private final Citizens citizens;
    private final Operators operators;
    private final SmsSettings settings;
    private final SendingHours hours;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();

    Dispatcher(
            SmsTables tables,
            Citizens citizens,
            Operators operators,
            SmsSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.citizens = citizens;
        this.operators = operators;
        this.settings = settings;
        this.hours = SendingHours.of(settings.sendingHours());
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sweeps, then sends over each link until nothing is due. Answers how many messages were handed over. */
    public int runOnce() {
        sweep();
        return operators.all().stream().mapToInt(this::sendAll).sum();
    }

    private int sendAll(Operators.Link link) {
        var sent = 0;
        var round = sendSome(link, link.terms().window());
        while (round.handedOver() > 0 && !round.trouble()) {
            sent += round.handedOver();
            round = sendSome(link, link.terms().window());
        }
        return sent + round.handedOver();
    }

    /** What leaves undone elsewhere: claims whose lease ran out, reports that came before their message was known. */
    void sweep() {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> tables.sweep(now));
        unpark();
        if (tables.anyParked()) {
            transaction.executeWithoutResult(status -> {
                tables.resolveByReport();
                tables.forgetParkedBefore(now.minus(PARKED_REPORTS_KEPT));
            });
        }
    }

    /** Reports that were faster than the answer they belong to. */
    private void unpark() {
        if (tables.anyParked()) {
            transaction.executeWithoutResult(status -> tables.unpark());
        }
    }

    /**
     * How a round went.
     *
     * @param trouble the operator did not answer as it should: wait before the next round, and begin it small
     */
    record Round(int handedOver, boolean trouble) {}

    /** Claims once and sends what was claimed, in windows of the size given. */
    Round sendSome(Operators.Link link, int window) {
        if (!link.operator().isUp() || !open()) {
            return new Round(0, false);
        }
        var now = clock.instant();
        // After trouble (a smaller window than usual) only one window is tried.
        var atMost = window < link.terms().window() ? window : link.terms().claimAtMost(settings.claim());
        var claim = transaction.execute(status -> tables.claim(owner, atMost, now, now.plus(settings.lease())));
        return claim == null || claim.isEmpty()
                ? new Round(0, false)
                : new Sending(
                                link,
                                claim.get(),
                                window,
                                now.plus(settings.lease().multipliedBy(4).dividedBy(5)))
                        .run();
    }

    private boolean open() {
        return hours.include(clock.instant().atZone(clock.getZone()).toLocalTime());
    }

    /** One claim on its way through one link. */
    private final class Sending {

        private final Operators.Link link;
        private final SmsTables.Claim claim;
        private final int window;
        private final Instant stopAt;
        private final Map<LineId, String> numbers;
        /** In the operator's count: how many messages are before each one of the claim, and how many there are. */
        private final int[] before;

        private final Optional<Instant> begins;
        private List<SmsTables.Settled> answers = List.of();
        private int next;
        private int handedOver;

        Sending(Operators.Link link, SmsTables.Claim claim, int window, Instant stopAt) {
            this.link = link;
            this.claim = claim;
            this.window = window;
            this.stopAt = stopAt;
            this.numbers = citizens.numbers(claim.messages().stream()
                    .map(SmsTables.Waiting::line)
                    .distinct()
                    .toList());
            this.before = new int[claim.messages().size() + 1];
            for (var at = 0; at < claim.messages().size(); at++) {
                before[at + 1] = before[at]
                        + link.operator().parts(claim.messages().get(at).text());
            }
            this.begins = rate() == 0
                    ? Optional.empty()
                    : Optional.ofNullable(transaction.execute(
                            status -> tables.reserve(link.name(), before[before.length - 1], rate(), clock.instant())));
        }

        private int rate() {
            return link.terms().ratePerSecond();
        }

        Round run() {
            while (next < claim.messages().size() && mayGoOn()) {
                var from = next;
                next = Math.min(from + window, claim.messages().size());
                var leaving = begin(claim.messages().subList(from, next));
                if (!leaving.isEmpty() && !handOver(leaving)) {
                    return finish(true);
                }
            }
            return finish(false);
        }

        /**
         * The lease is nearly over, or the sending hours are, or the link is being stopped: the rest waits. Without the
         * last the rest would leave at once, because nobody pauses who is interrupted.
         */
        private boolean mayGoOn() {
            begins.ifPresent(begin -> pause(begin.plusNanos(before[next] * 1_000_000_000L / rate())));
            return !Thread.currentThread().isInterrupted() && clock.instant().isBefore(stopAt) && open();
        }

        private List<OutgoingSms> begin(List<SmsTables.Waiting> messages) {
            var ids = messages.stream().map(SmsTables.Waiting::id).toList();
            var may = transaction.execute(status -> {
                settle();
                return tables.begin(claim.id(), link.name(), ids, clock.instant());
            });
            answers = List.of();
            var leaving = new ArrayList<OutgoingSms>(messages.size());
            for (var message : messages) {
                if (may != null && may.contains(message.id())) {
                    leaving.add(new OutgoingSms(
                            message.id(), numbers.get(message.line()), message.extension(), message.text()));
                }
            }
            return leaving;
        }

        private boolean handOver(List<OutgoingSms> leaving) {
            var ids = leaving.stream().map(OutgoingSms::id).toList();
            try {
                return heard(leaving, link.operator().submit(leaving));
            } catch (OperatorUnreachable nothingLeft) {
                LOG.warn("{} cannot be reached, {} messages wait", link.name(), ids.size());
                transaction.executeWithoutResult(status -> tables.release(claim.id(), ids, clock.instant()));
                return false;
            } catch (RuntimeException lost) {
                LOG.error(
                        "{} did not answer: what became of {} messages is unknown ({})",
                        link.name(),
                        ids.size(),
                        lost.getClass().getSimpleName());
                transaction.executeWithoutResult(status -> tables.lose(
                        claim.id(), ids.stream().map(SmsTables.Settled::lost).toList(), clock.instant()));
                return false;
            }
        }

        /** Answers whether every message was answered. */
        private boolean heard(List<OutgoingSms> leaving, List<Submission> said) {
            var settled = new ArrayList<SmsTables.Settled>(leaving.size());
            var lost = new ArrayList<SmsTables.Settled>();
            var back = new ArrayList<UUID>();
            for (var at = 0; at < leaving.size(); at++) {
                var sms = leaving.get(at);
                var answer = at < said.size() ? said.get(at) : new Submission.Unanswered();
                var parts = link.operator().parts(sms.text());
                if (answer instanceof Submission.Accepted accepted) {
                    settled.add(SmsTables.Settled.accepted(sms.id(), accepted.gatewayIds(), parts));
                } else if (answer instanceof Submission.Refused refused) {
                    settled.add(SmsTables.Settled.refused(sms.id(), refused.reason()));
                } else if (answer instanceof Submission.Unanswered unanswered) {
                    lost.add(SmsTables.Settled.lost(sms.id(), unanswered.gatewayIds(), parts));
                } else {
                    back.add(sms.id());
                }
            }
            answers = settled;
            handedOver += settled.size();
            if (lost.isEmpty() && back.isEmpty()) {
                return true;
            }
            LOG.warn("{}: no answer to {} messages, {} not taken", link.name(), lost.size(), back.size());
            transaction.executeWithoutResult(status -> {
                tables.lose(claim.id(), lost, clock.instant());
                tables.release(claim.id(), back, clock.instant());
            });
            return false;
        }

        private Round finish(boolean trouble) {
            var rest = claim.messages().subList(next, claim.messages().size());
            transaction.executeWithoutResult(status -> {
                settle();
                if (!rest.isEmpty()) {
                    tables.release(
                            claim.id(), rest.stream().map(SmsTables.Waiting::id).toList(), clock.instant());
                }
                tables.end(claim.id());
            });
            unpark();
            return new Round(handedOver, trouble);
        }

        private void settle() {
            if (!answers.isEmpty()) {
                tables.settle(claim.id(), answers, clock.instant());
            }
        }

        private void pause(Instant until) {
            var millis = Duration.between(clock.instant(), until).toMillis();
            if (millis > 0) {
                try {
                    Thread.sleep(Math.min(millis, settings.lease().toMillis()));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
