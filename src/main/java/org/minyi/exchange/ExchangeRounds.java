package org.minyi.exchange;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Applies what exchanges said, for as long as Minyi runs. */
@Component
@ConditionalOnProperty(name = "minyi.exchange.dispatcher", matchIfMissing = true)
class ExchangeRounds extends Pulse {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final IncomingRound incoming;

    ExchangeRounds(IncomingRound incoming) {
        super("exchange-in", EVERY, EVERY, "what exchanges said waits; the next try is in a second");
        this.incoming = incoming;
    }

    @Override
    protected void beat() {
        incoming.runOnce();
    }
}
