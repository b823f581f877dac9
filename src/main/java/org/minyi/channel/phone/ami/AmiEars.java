package org.minyi.channel.phone.ami;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.VarSetEvent;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.CallNews.What;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes out of what an Asterisk tells of its channels what happened to our calls: those we asked for and those to a
 * hotline. All channels of a call share a linked id, which is the id of its first; of a call of ours that is our own.
 * Other calls of the exchange are nobody's business here.
 */
final class AmiEars {

    private static final Logger LOG = LoggerFactory.getLogger(AmiEars.class);
    private static final String ANSWERED = "ANSWER";
    private static final String RINGS_NO_MORE = "Up";
    /** Set by MixMonitor() of the dial plan. */
    private static final String RECORDING = "MIXMONITOR_FILENAME";

    private static final int TRIES = 60;

    private final String exchange;
    private final AmiSettings settings;
    private final PhoneCalls calls;
    private final Clock clock;
    private final OurCalls ours = new OurCalls();
    /** Asterisk waits for nobody who reads slowly: what is heard waits here until it is stored. */
    private final ExecutorService storing;

    private final ManagerEventListener listener = this::hear;

    AmiEars(Map.Entry<String, AmiSettings> one, PhoneCalls calls, Clock clock) {
        this.exchange = one.getKey();
        this.settings = one.getValue();
        this.calls = calls;
        this.clock = clock;
        this.storing = Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "phone-ami-" + exchange);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** From now on, and to what is open as far as is known: what ends in this very moment is heard. */
    void listen(ManagerConnection connection) {
        calls.open(exchange, true).forEach(call -> ours.add(call, true));
        calls.open(exchange, false).forEach(call -> ours.add(call, false));
        connection.addEventListener(listener);
    }

    void listenNoMore(ManagerConnection connection) {
        connection.removeEventListener(listener);
    }

    /** A call we are about to ask for. */
    void expect(String call) {
        ours.add(call, true);
    }

    /**
     * What was open before the connection is over where it is not there any more.
     *
     * @param there the linked ids of all calls of the exchange
     * @param since from when on everything is heard
     */
    void catchUp(Set<String> there, Instant since) {
        var lost = calls.onlyThese(exchange, there, since);
        if (lost > 0) {
            LOG.warn("{}: {} calls ended while the exchange was out of reach; when, is not known", exchange, lost);
        }
    }

    private void hear(ManagerEvent event) {
        if (event instanceof NewChannelEvent begun) {
            begun(begun);
        } else if (event instanceof NewStateEvent state) {
            if (ours.isDialled(state.getUniqueId()) && RINGS_NO_MORE.equals(state.getChannelStateDesc())) {
                tell(state, state.getUniqueId(), What.ANSWERED);
            }
        } else if (event instanceof DialEndEvent end) {
            if (ANSWERED.equals(end.getDialStatus()) && ours.has(end.getLinkedId())) {
                answered(end);
            }
        } else if (event instanceof VarSetEvent set) {
            if (RECORDING.equals(set.getVariable()) && ours.has(set.getLinkedId())) {
                store(news(set, set.getLinkedId(), What.RECORDED).recorded(set.getValue()));
            }
        } else if (event instanceof HangupEvent end) {
            // The first channel of a call is the last to go.
            if (ours.end(end.getUniqueId(), clock.instant())) {
                tell(end, end.getUniqueId(), What.ENDED);
            }
        } else if (event instanceof OriginateResponseEvent response
                && !response.isSuccess()
                && ours.end(response.getActionId(), clock.instant())) {
            tell(response, response.getActionId(), What.ENDED);
        }
    }

    private void begun(NewChannelEvent begun) {
        var hotline = hotline(begun.getExten());
        if (hotline != null && begun.getUniqueId().equals(begun.getLinkedid())) {
            ours.add(begun.getUniqueId(), false);
            store(news(begun, begun.getUniqueId(), What.CALLED).to(hotline, begun.getCallerIdNum()));
        }
    }

    private void answered(DialEndEvent end) {
        if (ours.isDialled(end.getLinkedId())) {
            tell(end, end.getLinkedId(), What.CONNECTED);
        } else {
            store(news(end, end.getLinkedId(), What.ANSWERED).at(settings.extensionIn(end.getDestChannel())));
        }
    }

    private Hotline hotline(String called) {
        if (called == null) {
            return null;
        }
        return settings.publicHotline().contains(called)
                ? Hotline.PUBLIC
                : settings.policeHotline().contains(called) ? Hotline.POLICE : null;
    }

    private void tell(ManagerEvent event, String call, What what) {
        store(news(event, call, what));
    }

    private CallNews news(ManagerEvent event, String call, What what) {
        var at = event.getTimestamp() == null
                ? clock.instant()
                : Instant.ofEpochMilli(Math.round(event.getTimestamp() * 1000));
        return CallNews.of(exchange, call, what, at);
    }

    private void store(CallNews news) {
        storing.execute(() -> {
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                try {
                    calls.tell(news);
                    return;
                } catch (RuntimeException failed) {
                    pause(news, attempt, failed);
                }
            }
            LOG.error("{} is lost: it could not be stored", news);
        });
    }

    /** For a minute: a database that is away longer costs more than a call's times. */
    private static void pause(CallNews news, int attempt, RuntimeException failed) {
        if (attempt == 1) {
            LOG.warn(
                    "{} could not be stored and is tried again: {}",
                    news,
                    failed.getClass().getSimpleName());
        }
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
