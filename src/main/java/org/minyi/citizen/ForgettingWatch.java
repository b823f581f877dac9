package org.minyi.citizen;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets people be forgotten between two and five in the night. Several nodes at once do no harm: each takes what is there. */
@Component
class ForgettingWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingWatch.class);
    private static final int FROM_HOUR = 2;
    private static final int TO_HOUR = 5;

    private final Forgetting forgetting;
    private final Clock clock;
    private ScheduledExecutorService hours;

    ForgettingWatch(Forgetting forgetting, Clock clock) {
        this.forgetting = forgetting;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (hours == null) {
            hours = Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(work, "forgetting");
                thread.setDaemon(true);
                return thread;
            });
            // look() lets nothing through that would end the series.
            var unused = hours.scheduleWithFixedDelay(this::look, 1, 60, TimeUnit.MINUTES);
        }
    }

    /** Once an hour of the night, so that what had to wait is made good. */
    void look() {
        int hour = clock.instant().atZone(clock.getZone()).getHour();
        if (hour < FROM_HOUR || hour >= TO_HOUR) {
            return;
        }
        try {
            var forgotten = forgetting.run();
            if (forgotten.persons() + forgotten.lines() > 0) {
                LOG.info(
                        "anonymised: {} persons, {} lines, {} texts",
                        forgotten.persons(),
                        forgotten.lines(),
                        forgotten.words());
            }
        } catch (RuntimeException failed) {
            LOG.warn("People whose time has come could not be anonymised; the next try is in an hour.", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (hours != null) {
            hours.shutdownNow();
            hours = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hours != null;
    }
}
