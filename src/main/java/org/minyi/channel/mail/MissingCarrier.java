package org.minyi.channel.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says in the log that no mail leaves because no mail server is named: once at the start, and then every hour while
 * something waits.
 */
@Component
class MissingCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(MissingCarrier.class);
    private static final Duration SAY_AGAIN_AFTER = Duration.ofHours(1);

    private final ObjectProvider<MailCarrier> carrier;
    private final MailTables tables;
    private final Clock clock;
    private Instant sayAgainAt;

    MissingCarrier(ObjectProvider<MailCarrier> carrier, MailTables tables, Clock clock) {
        this.carrier = carrier;
        this.tables = tables;
        this.clock = clock;
    }

    /** To be called every now and then, by one thread. */
    void look() {
        if (carrier.getIfAvailable() != null) {
            return;
        }
        var now = clock.instant();
        if (sayAgainAt == null) {
            LOG.warn(
                    "no mail server is named (spring.mail.host): documents for units will wait here and none will leave");
            sayAgainAt = now;
        } else if (!now.isBefore(sayAgainAt)) {
            int waiting = tables.waiting();
            if (waiting > 0) {
                LOG.warn("{} mails to units wait and none leaves: no mail server is named", waiting);
                sayAgainAt = now.plus(SAY_AGAIN_AFTER);
            }
        }
    }
}
