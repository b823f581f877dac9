package org.minyi.pulse;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something done again and again, in a thread of its own, for as long as Minyi runs. A beat that fails is told in the log
 * and is not the last one.
 */
public abstract class Pulse implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private static final Duration LONGEST_BEAT = Duration.ofSeconds(5);

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final String failure;
    private ScheduledExecutorService beats;

    /**
     * @param name of the thread
     * @param first from the start to the first beat
     * @param pause from the end of one beat to the next
     * @param failure what the log says when a beat fails, in a sentence, with when the next is
     */
    protected Pulse(String name, Duration first, Duration pause, String failure) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.failure = failure;
    }

    /** What is done each time. */
    protected abstract void beat();

    /** Whether there is anything to do here at all; asked once, at the start. */
    protected boolean isNeeded() {
        return true;
    }

    /** One beat that nothing gets out of. */
    protected final void beatOnce() {
        try {
            beat();
        } catch (RuntimeException failed) {
            LOG.warn(failure, failed);
        }
    }

    @Override
    public synchronized void start() {
        if (beats == null && isNeeded()) {
            beats = Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(work, name);
                thread.setDaemon(true);
                return thread;
            });
            // beatOnce() lets nothing through that would end the series.
            var unused = beats.scheduleWithFixedDelay(
                    this::beatOnce, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (beats != null) {
            beats.shutdown();
            awaitTheLast();
            beats = null;
        }
    }

    /** What is being done is done to its end, for what it needs is taken away next. */
    private void awaitTheLast() {
        try {
            if (!beats.awaitTermination(LONGEST_BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} goes on while Minyi stops", name);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return beats != null;
    }
}
