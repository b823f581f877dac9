package org.minyi.demonstration;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends the simulated operator's reports as they fall due, for as long as Minyi runs. */
@Component
@ConditionalOnProperty("minyi.simulator")
class SimulatedReports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedReports.class);
    private static final long EVERY_MILLIS = 300;

    private final SimulatedOperator operator;
    private volatile ScheduledExecutorService worker;

    SimulatedReports(SimulatedOperator operator) {
        this.operator = operator;
    }

    @Override
    public void start() {
        var starting = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "simulated-reports");
            thread.setDaemon(true);
            return thread;
        });
        worker = starting;
        var unused = starting.scheduleWithFixedDelay(this::report, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var stopping = worker;
        worker = null;
        if (stopping != null) {
            stopping.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** What could not be reported is still unreported, and tried again in a moment. */
    private void report() {
        try {
            operator.report();
        } catch (RuntimeException trouble) {
            LOG.warn("the simulated operator's reports wait", trouble);
        }
    }
}
