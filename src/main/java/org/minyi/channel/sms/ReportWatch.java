package org.minyi.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.minyi.pulse.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Notices when an operator no longer tells what became of messages ({@link Reporting}). Said at once, and then every hour while it lasts.
 */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class ReportWatch extends Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SAY_AGAIN_AFTER = Duration.ofHours(1);

    private final LinkMinutes minutes;
    private final Clock clock;
    private final Map<String, Instant> sayAgainAt = new HashMap<>();

    ReportWatch(LinkMinutes minutes, Clock clock) {
        super("sms-reports", EVERY, EVERY, "whether operators report could not be looked at");
        this.minutes = minutes;
        this.clock = clock;
    }

    @Override
    protected void beat() {
        var now = clock.instant();
        minutes.carried(now.minus(Reporting.STRETCH.multipliedBy(2)), now.minus(Reporting.STRETCH))
                .forEach((link, carried) -> {
                    if (!Reporting.isSilent(carried)) {
                        if (sayAgainAt.remove(link) != null) {
                            LOG.info("{}: the operator reports again what becomes of messages", link);
                        }
                    } else if (!now.isBefore(sayAgainAt.getOrDefault(link, now))) {
                        LOG.warn(
                                "{}: of {} messages that left a quarter to half an hour ago only {} are reported; ask the operator"
                                        + " what becomes of them",
                                link,
                                carried.accepted(),
                                carried.reported());
                        sayAgainAt.put(link, now.plus(SAY_AGAIN_AFTER));
                    }
                });
    }
}
