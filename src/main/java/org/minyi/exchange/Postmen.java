package org.minyi.exchange;

import java.time.Duration;
import java.util.List;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Says to every peer what there is to say, each in a thread of its own: one that hangs keeps no other waiting. */
@Component
@ConditionalOnProperty(name = "minyi.exchange.dispatcher", matchIfMissing = true)
class Postmen implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final List<Postman> all;
    private volatile boolean running;

    Postmen(Peers peers, OutgoingRound outgoing) {
        this.all = peers.all().stream().map(peer -> new Postman(peer, outgoing)).toList();
    }

    @Override
    public void start() {
        all.forEach(Pulse::start);
        running = true;
    }

    @Override
    public void stop() {
        all.forEach(Pulse::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static final class Postman extends Pulse {

        private final Peer peer;
        private final OutgoingRound outgoing;

        Postman(Peer peer, OutgoingRound outgoing) {
            super(
                    "exchange-out-" + peer.name(),
                    EVERY,
                    EVERY,
                    "what is to be said to an exchange waits; the next try is in a second");
            this.peer = peer;
            this.outgoing = outgoing;
        }

        @Override
        protected void beat() {
            outgoing.runOnce(peer);
        }
    }
}
