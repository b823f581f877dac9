package org.minyi.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.minyi.calendar.Outage;
import org.minyi.calendar.Outages;
import org.minyi.pulse.Pulse;
import org.minyi.question.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * After an outage, in this order: every unit's clock is given its time back; what citizens answered meanwhile is heard,
 * until the operator has handed in nothing new for a while; and only then the engine's timers may fire. So nobody is timed
 * out who answered in time.
 */
@Component
@ConditionalOnProperty(name = "minyi.outage.watch", matchIfMissing = true)
class OutageWatch extends Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Outages outages;
    private final Replies replies;
    private final Jobs jobs;
    private final Clock clock;
    private final Duration quiet;
    private final Duration atMost;
    private Instant begun;
    private Instant heard;
    private String latest = "";
    private boolean fires;

    OutageWatch(
            Outages outages,
            Replies replies,
            Jobs jobs,
            Clock clock,
            @Value("${minyi.outage.quiet:PT30S}") Duration quiet,
            @Value("${minyi.outage.at-most:PT5M}") Duration atMost) {
        super(
                "outage",
                EVERY,
                EVERY,
                "After an outage not everything could be made up for; the next try is in a second.");
        this.outages = outages;
        this.replies = replies;
        this.jobs = jobs;
        this.clock = clock;
        this.quiet = quiet;
        this.atMost = atMost;
    }

    @Override
    protected void beat() {
        outages.open().ifPresentOrElse(this::makeUp, this::goOn);
    }

    /** What was to be made up for is, here or at another node that was faster. */
    private void goOn() {
        if (!fires) {
            jobs.begin();
            fires = true;
        }
        if (begun != null) {
            LOG.info("timers may fire again");
            begun = null;
        }
    }

    private void makeUp(Outage outage) {
        var now = clock.instant();
        if (begun == null) {
            begun = now;
            heard = now;
        }
        if (outage.credited() == null) {
            LOG.info("{} open deadlines were given the time of the outage back", outages.credit(outage));
        }
        if (hearsNothingNew()) {
            outages.over(outage);
            LOG.info("what came in during the outage is heard");
            // Another one may have followed before this was dealt with.
            if (outages.open().isEmpty()) {
                goOn();
            }
        }
    }

    /** Whether everything is heard and the operator has handed in nothing new for a while; or it has taken long enough. */
    private boolean hearsNothingNew() {
        replies.applyAll();
        var now = clock.instant();
        var last = replies.latest();
        if (!last.equals(latest)) {
            latest = last;
            heard = now;
        }
        if (now.isAfter(begun.plus(atMost))) {
            LOG.warn("replies still come in after {}: timers fire beside them", atMost);
            return true;
        }
        return !now.isBefore(heard.plus(quiet));
    }
}
