package org.minyi.question;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at replies as they come: at once when this node stored them, within a second when another did. */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class Reader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Replies replies;
    private final Semaphore bell = new Semaphore(0);
    private volatile Thread thread;

    Reader(Replies replies) {
        this.replies = replies;
        replies.whenStored(bell::release);
    }

    @Override
    public void start() {
        var started = new Thread(this::work, "replies");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                bell.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                bell.drainPermits();
                look();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is lost by a failure: what was not settled is looked at again a second later. */
    private void look() {
        try {
            replies.applyAll();
        } catch (RuntimeException trouble) {
            LOG.error("replies could not be looked at, trying again", trouble);
        }
    }
}
