package org.minyi.channel.phone.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.minyi.channel.phone.ExchangeAway;
import org.minyi.channel.phone.PhoneExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Asterisk. A connection that breaks is not mended but made anew, later and later while that fails; what happened
 * meanwhile is asked for as far as it can be known.
 */
final class AmiExchange implements PhoneExchange {

    private static final Logger LOG = LoggerFactory.getLogger(AmiExchange.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Calls and their recordings; nothing else of what an exchange does. */
    private static final String EVENTS = "call,dialplan";

    private final String name;
    private final AmiSettings settings;
    private final AmiEars ears;
    private final Clock clock;
    private volatile DefaultManagerConnection connection;
    /** The last connection that was cut. The library mends it by itself, and nobody would learn what was missed. */
    private volatile DefaultManagerConnection cut;

    private volatile boolean up;
    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.MIN;
    private String said = "";

    AmiExchange(String name, AmiSettings settings, AmiEars ears, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.ears = ears;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isUp() {
        return up && isConnected();
    }

    private boolean isConnected() {
        var current = connection;
        return current != null && current != cut && current.getState() == ManagerConnectionState.CONNECTED;
    }

    /** To be called every now and then, by one thread. */
    void keep() {
        if (up && !isConnected()) {
            up = false;
            LOG.warn("{}: the connection to Asterisk at {} is broken", name, settings);
            leave();
        }
        if (!up && !clock.instant().isBefore(next)) {
            connect();
        }
    }

    private void connect() {
        var since = clock.instant();
        var fresh =
                new DefaultManagerConnection(settings.host(), settings.port(), settings.user(), settings.password());
        fresh.setSsl(settings.tls());
        fresh.setSocketTimeout((int) settings.answerWithin().toMillis());
        fresh.setDefaultResponseTimeout(settings.answerWithin().toMillis());
        fresh.addEventListener(event -> {
            if (event instanceof DisconnectEvent) {
                cut = fresh;
            }
        });
        ears.listen(fresh);
        try {
            connection = fresh;
            fresh.login(EVENTS);
            ears.catchUp(calls(fresh), since);
            up = true;
            pause = FIRST_PAUSE;
            said = "";
            LOG.info("{}: connected to Asterisk at {}, {}", name, settings, fresh.getVersion());
        } catch (AuthenticationFailedException refused) {
            failed("Asterisk does not accept user and password");
        } catch (IOException | TimeoutException | IllegalStateException away) {
            failed("Asterisk cannot be reached");
        }
    }

    /** Says each reason once. */
    private void failed(String why) {
        leave();
        next = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        if (!said.equals(why)) {
            LOG.warn("{}: {} ({}); tried again until it is there", name, why, settings);
            said = why;
        }
    }

    /** By the id that all channels of a call share. */
    private Set<String> calls(DefaultManagerConnection fresh) throws IOException, TimeoutException {
        var there = new HashSet<String>();
        var answer = fresh.sendEventGeneratingAction(
                new CoreShowChannelsAction(), settings.answerWithin().toMillis());
        answer.getEvents().stream()
                .filter(CoreShowChannelEvent.class::isInstance)
                .map(CoreShowChannelEvent.class::cast)
                .map(CoreShowChannelEvent::getLinkedid)
                .forEach(there::add);
        return there;
    }

    /** Closes the connection, in whatever state it is. */
    void leave() {
        var old = connection;
        connection = null;
        up = false;
        if (old != null) {
            ears.listenNoMore(old);
            try {
                old.logoff();
            } catch (IllegalStateException closedAlready) {
                LOG.debug("{} was closed already", name);
            }
        }
    }

    @Override
    public void dial(String extension, String number, UUID call) {
        var wanted = new OriginateAction();
        wanted.setActionId(call.toString());
        wanted.setChannelId(call.toString());
        wanted.setChannel(settings.channelOf(extension));
        wanted.setContext(settings.context());
        wanted.setExten(settings.numberPrefix() + number.replace("+", "00"));
        wanted.setPriority(1);
        wanted.setCallerId(settings.callerId());
        wanted.setTimeout(settings.ringFor().toMillis());
        wanted.setAsync(true);
        var current = connection;
        if (current == null) {
            throw new ExchangeAway("the exchange is not connected");
        }
        ears.expect(call.toString());
        try {
            var answer = current.sendAction(wanted, settings.answerWithin().toMillis());
            if (!"Success".equalsIgnoreCase(answer.getResponse())) {
                throw new ExchangeAway("the exchange refused to dial");
            }
        } catch (IOException | TimeoutException | IllegalStateException away) {
            throw new ExchangeAway("the exchange does not answer");
        }
    }
}
