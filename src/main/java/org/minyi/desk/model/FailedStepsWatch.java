package org.minyi.desk.model;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Says once a minute in the log which steps stand still; whoever watches the log need not watch Cockpit. */
@Component
class FailedStepsWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FailedStepsWatch.class);

    private final FailedSteps steps;
    private ScheduledExecutorService clock;

    FailedStepsWatch(FailedSteps steps) {
        this.steps = steps;
    }

    @Override
    public synchronized void start() {
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(work, "failed-steps");
                thread.setDaemon(true);
                return thread;
            });
            // look() lets nothing through that would end the series.
            var unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
        }
    }

    /** A look that fails (no connection) must not be the last one. */
    void look() {
        try {
            steps.words().ifPresent(words -> LOG.warn("{} docs/operations.md says how they go on.", words));
        } catch (RuntimeException failed) {
            LOG.warn("Whether steps stand still could not be seen; the next look is in a minute.", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
