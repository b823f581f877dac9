package org.minyi.audit;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.stereotype.Component;

/** Anchors the chain once a minute, and once more when Minyi stops. */
@Component
class AnchorClock extends Pulse {

    private final Anchors anchors;

    AnchorClock(Anchors anchors) {
        super(
                "anchors",
                Duration.ZERO,
                Duration.ofMinutes(1),
                "The chain of evidence could not be anchored; the next try is in a minute.");
        this.anchors = anchors;
    }

    @Override
    protected boolean isNeeded() {
        return anchors.directory().isPresent();
    }

    @Override
    protected void beat() {
        anchors.anchor();
    }

    @Override
    public synchronized void stop() {
        if (isRunning()) {
            super.stop();
            beatOnce();
        }
    }

    /** Starts first and stops last: what others still kept while they stopped is anchored too. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
