package org.minyi.contact;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the watched folder from time to time, on a thread of its own: a large file must hold up nothing else. */
@Component
class FolderWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final Duration TO_FINISH_A_FILE = Duration.ofMinutes(1);

    private final WatchedFolder folder;
    private final Duration every;
    private Watch watch;

    FolderWatch(WatchedFolder folder, ContactSettings settings) {
        this.folder = folder;
        this.every = settings.folderEvery();
    }

    @Override
    public synchronized void start() {
        if (folder.isSet() && watch == null) {
            watch = new Watch();
            watch.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.finish();
            watch = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    private final class Watch extends Thread {

        private final CountDownLatch asked = new CountDownLatch(1);

        Watch() {
            super("contacts-folder");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                var next = every;
                while (!asked.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
                    next = look();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** What fails here (disk, database) is for the operator; the files stay and are tried again. */
        private Duration look() {
            try {
                folder.look();
                return every;
            } catch (RuntimeException failed) {
                LOG.error("The contacts folder could not be worked off; the next try is in a minute.", failed);
                return AFTER_A_FAILURE;
            }
        }

        /** Without an interrupt, which would close the file; what is half taken over is taken again another time. */
        private void finish() {
            asked.countDown();
            try {
                join(TO_FINISH_A_FILE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
