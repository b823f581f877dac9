package org.minyi.notice;

import java.time.Clock;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.channel.mail.MailAccepted;
import org.minyi.channel.mail.MailBounced;
import org.minyi.channel.mail.MailRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is heard of mails, written down where they belong, in the transaction that notes it. A document that is served stays
 * so, whatever comes back afterwards; a copy that did not arrive is written down and nobody's task.
 */
@Component
class MailsHeard {

    private final DeliveryTables tables;
    private final NoticeTables notices;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailsHeard(
            DeliveryTables tables,
            NoticeTables notices,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.notices = notices;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(MailAccepted accepted) {
        tables.lockByMail(accepted.mail()).ifPresent(delivery -> {
            tables.sent(delivery, clock.instant());
            keep(Deed.NOTICE_SENT, delivery, null);
        });
    }

    @EventListener
    void on(MailRefused refused) {
        failed(refused.mail(), refused.reason());
    }

    @EventListener
    void on(MailBounced bounced) {
        failed(bounced.mail(), bounced.reason());
    }

    private void failed(UUID mail, String reason) {
        tables.lockByMail(mail)
                .filter(delivery -> delivery.state() != Delivery.State.SERVED)
                .ifPresent(delivery -> {
                    tables.failed(delivery, reason, clock.instant());
                    keep(Deed.NOTICE_BOUNCED, delivery, reason.replace(' ', '/'));
                    if (delivery.part() == Delivery.Part.ADDRESSEE) {
                        events.publishEvent(new NoticeUndeliverable(delivery.notice()));
                    }
                });
    }

    private void keep(Deed deed, Delivery delivery, String reason) {
        evidence.keep(Fact.of(deed, Fact.MINYI)
                .about(notices.find(delivery.notice()).orElseThrow().matter())
                .with("id", delivery.notice())
                .with("unit", delivery.unit().value())
                .with("reason", reason));
    }
}
