package org.minyi.channel.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.channel.mail.MailCarrier.Handover;
import org.minyi.channel.mail.MailTables.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what lies in the outbox, one mail after the other, in the order it was put. A mail is claimed in one transaction,
 * handed over outside any, and settled in another; whoever dies in between leaves it to the next, who sends it again under
 * the same Message-ID. While the server is away nothing is tried and no mail grows older for it.
 */
@Service
public class MailDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(MailDispatcher.class);
    /** Its files could not be made; told like a code of the server's. */
    private static final String UNREADY = "UNREADY";
    /** Whoever it was for is not known any more. */
    private static final String FORGOTTEN = "FORGOTTEN";
    /** The server hung up, and nobody knows whether it had the mail by then. */
    private static final String LOST = "LOST";

    private final MailTables tables;
    private final ObjectProvider<MailCarrier> carrier;
    private final ObjectProvider<MailParts> parts;
    private final Unsealing unsealing;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailDispatcher(
            MailTables tables,
            ObjectProvider<MailCarrier> carrier,
            ObjectProvider<MailParts> parts,
            Unsealing unsealing,
            MailSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.carrier = carrier;
        this.parts = parts;
        this.unsealing = unsealing;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Sends until nothing is due, or the server is away. Answers how many mails were tried. */
    public int runOnce() {
        int tried = 0;
        while (sendNext()) {
            tried++;
        }
        return tried;
    }

    private boolean sendNext() {
        var link = carrier.getIfAvailable();
        if (link == null) {
            return false;
        }
        var now = clock.instant();
        var claim = transaction.execute(
                status -> tables.claim(now, now.plus(settings.lease())).orElse(null));
        if (claim == null) {
            return false;
        }
        send(link, claim);
        return true;
    }

    private void send(MailCarrier link, Claim claim) {
        List<MailPart> files;
        try {
            files = files(claim.id());
        } catch (RuntimeException unready) {
            LOG.error("the files of mail {} could not be made", claim.id(), unready);
            later(claim, UNREADY, false);
            return;
        }
        var mail = unsealing.of(claim, files);
        if (mail.isEmpty()) {
            transaction.executeWithoutResult(status -> refuse(claim, FORGOTTEN, clock.instant()));
            return;
        }
        try {
            settle(claim, link.carry(mail.get()));
        } catch (MailServerAway away) {
            pause(claim, away);
        } catch (RuntimeException lost) {
            LOG.warn("whether mail {} has left is unknown, it is sent again ({})", claim.id(), lost.toString());
            later(claim, LOST, true);
        }
    }

    private List<MailPart> files(UUID mail) {
        return parts.orderedStream().flatMap(room -> room.of(mail).stream()).toList();
    }

    private void settle(Claim claim, Handover said) {
        if (said instanceof Handover.Later notNow) {
            later(claim, notNow.reason(), false);
        } else if (said instanceof Handover.Refused refused) {
            transaction.executeWithoutResult(status -> refuse(claim, refused.reason(), clock.instant()));
        } else {
            transaction.executeWithoutResult(status -> {
                tables.goOn();
                if (tables.settle(claim, "ACCEPTED", null, clock.instant())) {
                    events.publishEvent(new MailAccepted(claim.id()));
                }
            });
        }
    }

    private void refuse(Claim claim, String reason, Instant now) {
        tables.goOn();
        if (tables.settle(claim, "REFUSED", reason, now)) {
            events.publishEvent(new MailRefused(claim.id(), reason));
        }
    }

    private void later(Claim claim, String reason, boolean unsure) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (claim.troubleSince() != null
                    && !now.isBefore(claim.troubleSince().plus(settings.giveUpAfter()))) {
                refuse(claim, reason, now);
            } else {
                tables.goOn();
                tables.putOff(claim, reason, unsure, now, now.plus(settings.pauseOfMail(claim.tries())));
            }
        });
    }

    private void pause(Claim claim, MailServerAway away) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            tables.giveBack(claim, now);
            var pause = settings.pauseOfAll(tables.pauses());
            tables.pause(now.plus(pause));
            LOG.warn("{}; {} mails wait for {} minutes", away.getMessage(), tables.waiting(), pause.toMinutes());
        });
    }
}
