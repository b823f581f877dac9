package org.minyi.demonstration;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.minyi.complaint.Channel;
import org.minyi.exchange.Peer;
import org.minyi.exchange.PeerSource;
import org.minyi.signature.SignedMessages;
import org.minyi.signature.SigningKey;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The city hotline 12345 of Lanhe, where no real one is named: it hears and speaks on this very port, over HTTP. Its keys
 * are made at every start and known to nobody.
 */
@Component
@ConditionalOnProperty("minyi.simulator")
class SimulatedPeers implements PeerSource {

    static final String NAME = "12345";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int BYTES_OF_A_KEY = 32;

    private final SignedMessages theirs;
    private final SignedMessages ours;
    private volatile int port;

    SimulatedPeers(Clock clock) {
        this.theirs = new SignedMessages(List.of(key()), clock);
        this.ours = new SignedMessages(List.of(key()), clock);
    }

    @EventListener
    void on(WebServerInitializedEvent listening) {
        port = listening.getWebServer().getPort();
    }

    @Override
    public List<Peer> peers() {
        return List.of(new Peer(
                NAME,
                Channel.CITY_12345,
                () -> here("/simulator/peer/messages"),
                theirs,
                ours,
                Peer.allKinds(),
                PATIENCE,
                false));
    }

    /** What the hotline signs with, and what it checks. */
    SignedMessages theirs() {
        return theirs;
    }

    SignedMessages ours() {
        return ours;
    }

    /** Where Minyi hears it. */
    URI hook() {
        return here("/hooks/exchange/" + NAME);
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static SigningKey key() {
        var bytes = new byte[BYTES_OF_A_KEY];
        new SecureRandom().nextBytes(bytes);
        return SigningKey.of("whsec_" + Base64.getEncoder().encodeToString(bytes));
    }
}
