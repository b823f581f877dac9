package org.minyi.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says in the log that nothing is sent because no link to an operator is there: once at the start, and then every hour
 * while something waits. Else a wave would end with everybody undelivered and nobody would know why.
 */
@Component
class MissingOperator {

    private static final Logger LOG = LoggerFactory.getLogger(MissingOperator.class);
    private static final Duration SAY_AGAIN_AFTER = Duration.ofHours(1);

    private final Operators operators;
    private final SmsTables tables;
    private final Clock clock;
    private Instant sayAgainAt;

    MissingOperator(Operators operators, SmsTables tables, Clock clock) {
        this.operators = operators;
        this.tables = tables;
        this.clock = clock;
    }

    /** To be called every now and then, by one thread. */
    void look() {
        if (!operators.all().isEmpty()) {
            return;
        }
        var now = clock.instant();
        if (sayAgainAt == null) {
            LOG.warn("no SMS operator is connected: messages to citizens will wait here and none will leave");
            sayAgainAt = now;
        } else if (!now.isBefore(sayAgainAt) && tables.anyDue(now)) {
            LOG.warn("messages to citizens are due and none leaves: no SMS operator is connected");
            sayAgainAt = now.plus(SAY_AGAIN_AFTER);
        }
    }
}
