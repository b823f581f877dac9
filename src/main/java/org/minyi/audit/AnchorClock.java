package org.minyi.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Anchors the chain once a minute, and once more when Minyi stops. */
@Component
class AnchorClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorClock.class);

    private final Anchors anchors;
    private ScheduledExecutorService clock;

    AnchorClock(Anchors anchors) {
        this.anchors = anchors;
    }

    @Override
    public synchronized void start() {
        if (clock == null && anchors.directory().isPresent()) {
            clock = Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(work, "anchors");
                thread.setDaemon(true);
                return thread;
            });
            // anchor() lets nothing through that would end the series.
            var unused = clock.scheduleWithFixedDelay(this::anchor, 0, 1, TimeUnit.MINUTES);
        }
    }

    private void anchor() {
        try {
            anchors.anchor();
        } catch (RuntimeException failed) {
            LOG.warn("The chain of evidence could not be anchored; the next try is in a minute.", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdown();
            clock = null;
            anchor();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }

    /** Starts first and stops last: what others still kept while they stopped is anchored too. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
