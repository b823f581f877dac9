package org.minyi.channel.mail;

import java.time.Clock;
import org.minyi.channel.mail.BounceReport.Failure;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what came back. Whoever can write to the bounce mailbox and knows the id of a mail can make it look undelivered:
 * the ids stand in the mails themselves, so that is its recipients, and everybody on its way. What they gain is that a
 * person of the centre serves the document by hand; one whose receipt is confirmed stays confirmed.
 */
@Service
class Bounces {

    private final MailTables tables;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bounces(MailTables tables, ApplicationEventPublisher events, Clock clock) {
        this.tables = tables;
        this.events = events;
        this.clock = clock;
    }

    /** Once per mail; nothing for what we never handed over. */
    @Transactional
    void note(Failure failure) {
        var reason = failure.why().toString();
        if (tables.bounce(failure.mail(), reason, clock.instant())) {
            events.publishEvent(new MailBounced(failure.mail(), reason));
        }
    }
}
