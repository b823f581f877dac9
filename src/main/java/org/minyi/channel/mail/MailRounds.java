package org.minyi.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's three postmen, one out, one back and one for letters, for as long as Minyi runs: a mailbox that hangs keeps no mail from
 * leaving.
 */
@Component
@ConditionalOnProperty(name = "minyi.mail.dispatcher", matchIfMissing = true)
class MailRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final long SEND_EVERY_SECONDS = 2;
    private static final long LOOK_EVERY_SECONDS = 60;
    private static final long READ_EVERY_SECONDS = 30;

    private final MailDispatcher dispatcher;
    private final MissingCarrier missing;
    private final BounceBox bounces;
    private final LetterBox letters;
    private final List<ScheduledExecutorService> postmen = new ArrayList<>();

    MailRounds(MailDispatcher dispatcher, MissingCarrier missing, BounceBox bounces, LetterBox letters) {
        this.dispatcher = dispatcher;
        this.missing = missing;
        this.bounces = bounces;
        this.letters = letters;
    }

    @Override
    public void start() {
        every(SEND_EVERY_SECONDS, "mail-out", () -> {
            missing.look();
            dispatcher.runOnce();
        });
        every(LOOK_EVERY_SECONDS, "mail-back", bounces::look);
        every(READ_EVERY_SECONDS, "mail-in", letters::look);
    }

    @Override
    public void stop() {
        postmen.forEach(ScheduledExecutorService::shutdownNow);
        for (var postman : postmen) {
            try {
                postman.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        postmen.clear();
    }

    @Override
    public boolean isRunning() {
        return !postmen.isEmpty();
    }

    private void every(long seconds, String name, Runnable round) {
        var postman = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        postmen.add(postman);
        var unused = postman.scheduleWithFixedDelay(() -> go(name, round), seconds, seconds, TimeUnit.SECONDS);
    }

    /** The database or a mailbox may be away for a while: the next round tries again, and nothing is lost meanwhile. */
    private static void go(String name, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException trouble) {
            LOG.error("{} stopped for a while", name, trouble);
        }
    }
}
