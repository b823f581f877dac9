package org.minyi.calendar;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says at the start and twice a minute that Minyi is at work. Before everything else that beats. */
@Component
@ConditionalOnProperty(name = "minyi.outage.watch", matchIfMissing = true)
class Heartbeat extends Pulse {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Outages outages;

    Heartbeat(Outages outages) {
        super(
                "heartbeat",
                EVERY,
                EVERY,
                "That Minyi is at work could not be written down; the next try is in thirty seconds.");
        this.outages = outages;
    }

    @Override
    public synchronized void start() {
        outages.beat();
        super.start();
    }

    @Override
    protected void beat() {
        outages.beat();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
