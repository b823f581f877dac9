package org.minyi.channel.sms;

import java.time.Clock;
import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes out the parts of messages that ended days ago: an operator that reports later than that is not heard any more. */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class PartClearing extends Pulse {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 5_000;

    private final PartTables tables;
    private final Clock clock;

    PartClearing(PartTables tables, Clock clock) {
        super(
                "sms-parts",
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                "Parts of messages that ended could not be cleared; the next try is in an hour.");
        this.tables = tables;
        this.clock = clock;
    }

    /** In small sets: whoever reports meanwhile does not wait. */
    @Override
    protected void beat() {
        var before = clock.instant().minus(KEPT);
        while (tables.clear(before, AT_ONCE) == AT_ONCE) {
            // The next set.
        }
    }
}
