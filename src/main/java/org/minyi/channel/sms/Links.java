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

/** This node's links: one thread each, for as long as Minyi runs. */
@Component
@ConditionalOnProperty(name = "minyi.sms.dispatcher", matchIfMissing = true)
class Links implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final Dispatcher dispatcher;
    private final MissingOperator missing;
    private final Bell bell;
    private final SmsSettings settings;
    private final List<Thread> threads = new ArrayList<>();

    Links(Dispatcher dispatcher, MissingOperator missing, Bell bell, SmsSettings settings) {
        this.dispatcher = dispatcher;
        this.missing = missing;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public void start() {
        for (var link = 0; link < settings.links(); link++) {
            var sweeps = link == 0;
            var thread = new Thread(() -> work(sweeps), "sms-link-" + link);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
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

    /** After trouble the link waits, twice as long each time, and then tries a single message first. */
    private void work(boolean sweeps) {
        var pause = 0L;
        var swept = 0L;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var sweepNow = sweeps && System.nanoTime() - swept > LOOK_EVERY_MILLIS * 1_000_000;
                swept = sweepNow ? System.nanoTime() : swept;
                var round = round(sweepNow, pause == 0 ? settings.window() : 1);
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
    private Dispatcher.Round round(boolean sweepFirst, int window) {
        try {
            if (sweepFirst) {
                missing.look();
                dispatcher.sweep();
            }
            return dispatcher.sendSome(window);
        } catch (RuntimeException trouble) {
            LOG.error("sending stopped for a while", trouble);
            return new Dispatcher.Round(0, true);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SmsSettings.class)
    static class Settings {}
}
