package org.minyi.channel.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session with an operator, made anew whenever it is lost: after a quarter of a second, then after twice as
 * long each time, up to a minute.
 */
public final class KeptSession<S> {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSession.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(10);

    /** How a session of one protocol is made and ended. */
    public interface Door<S> {

        /** Who is called there and as whom we come; for the log. */
        String where();

        /**
         * Comes back logged in.
         *
         * @param lost to be run when the session ends by itself, also more than once
         * @throws IOException with a message for the log: who is there and why it will not have us
         */
        S enter(Runnable lost) throws IOException;

        /** Whether a message could leave over it now. */
        boolean isOpen(S session);

        /** Takes leave as the protocol asks, and closes. */
        void leave(S session);

        /** Closes what is lost. */
        void drop(S session);
    }

    private final String link;
    private final Door<S> door;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile S session;
    private volatile CountDownLatch lost = new CountDownLatch(0);
    private Thread keeper;

    public KeptSession(String link, Door<S> door) {
        this.link = link;
        this.door = door;
    }

    /** The session over which a message could leave now. */
    public Optional<S> session() {
        return Optional.ofNullable(session).filter(door::isOpen);
    }

    /** Returns at once; the session comes when the operator lets it. */
    public void open() {
        keeper = new Thread(this::keep, "sms-" + link + "-session");
        keeper.setDaemon(true);
        keeper.start();
    }

    public void close() {
        stopped.countDown();
        lost.countDown();
        if (keeper != null) {
            try {
                keeper.join(LEAVE_WITHIN.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void keep() {
        var pause = FIRST_PAUSE;
        try {
            while (stopped.getCount() > 0) {
                if (enter(pause)) {
                    pause = FIRST_PAUSE;
                    lost.await();
                    end();
                } else {
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean enter(Duration pause) {
        var ended = new CountDownLatch(1);
        try {
            var entered = door.enter(ended::countDown);
            lost = ended;
            session = entered;
            if (stopped.getCount() == 0) {
                ended.countDown();
            }
            LOG.info("{}: connected to {}", link, door.where());
            return true;
        } catch (IOException | RuntimeException refused) {
            LOG.warn(
                    "{}: no connection to {} ({}); the next try is in {} s",
                    link,
                    door.where(),
                    refused.getMessage(),
                    pause.toMillis() / 1000.0);
            return false;
        }
    }

    private void end() {
        var old = session;
        session = null;
        if (stopped.getCount() == 0) {
            door.leave(old);
            LOG.info("{}: left {}", link, door.where());
        } else {
            LOG.warn("{}: the connection to {} is lost", link, door.where());
            door.drop(old);
        }
    }
}
