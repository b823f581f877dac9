package org.minyi.channel.sms;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** This node's links: one thread for each lane, for as long as Minyi runs, and one that clears up. */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class Links implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final Dispatcher dispatcher;
    private final OperatorInbox inbox;
    private final MissingOperator missing;
    private final Bell bell;
    private final Operators operators;
    private final List<Thread> threads = new ArrayList<>();

    Links(Dispatcher dispatcher, OperatorInbox inbox, MissingOperator missing, Bell bell, Operators operators) {
        this.dispatcher = dispatcher;
        this.inbox = inbox;
        this.missing = missing;
        this.bell = bell;
        this.operators = operators;
    }

    @Override
    public void start() {
        start("sms-sweep", this::sweep);
        for (var link : operators.all()) {
            for (var lane = 0; lane < link.terms().lanes(); lane++) {
                start("sms-" + link.name() + "-" + lane, () -> work(link));
            }
        }
    }

    private void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(5_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** What nobody clears up who is waiting for an operator. The database may be away for a while. */
    private void sweep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    missing.look();
                    dispatcher.sweep();
                    inbox.sweep();
                } catch (RuntimeException trouble) {
                    LOG.error("clearing up after the links stopped for a while", trouble);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** After trouble the link waits, twice as long each time, and then tries a single message first. */
    private void work(Operators.Link link) {
        var pause = 0L;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var round = round(link, pause == 0 ? link.terms().window() : 1);
                if (round.trouble()) {
                    pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(LOOK_EVERY_MILLIS, pause * 2));
                    Thread.sleep(pause);
                } else if (round.handedOver() == 0) {
                    bell.await(LOOK_EVERY_MILLIS);
                } else {
                    pause = 0;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database may be away for a while: that is trouble, not the end of the link. */
    private Dispatcher.Round round(Operators.Link link, int window) {
        try {
            return dispatcher.sendSome(link, window);
        } catch (RuntimeException trouble) {
            LOG.error("sending over {} stopped for a while", link.name(), trouble);
            return new Dispatcher.Round(0, true);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SmsSettings.class)
    static class Settings {}
}
