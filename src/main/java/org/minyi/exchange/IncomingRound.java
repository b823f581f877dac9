package org.minyi.exchange;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Applies what has come, each matter in its own order: one that is stuck keeps no other. */
@Service
class IncomingRound {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingRound.class);
    private static final String FAILED = "FAILED";

    private final InboxTables inbox;
    private final Applying applying;
    private final ExchangeSettings settings;
    private final Clock clock;

    IncomingRound(InboxTables inbox, Applying applying, ExchangeSettings settings, Clock clock) {
        this.inbox = inbox;
        this.applying = applying;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until nothing is left that may be applied now. */
    void runOnce() {
        var now = clock.instant();
        var gapSince = now.minus(settings.gap());
        for (var name : inbox.withSomethingDue(now, gapSince)) {
            try {
                while (applying.applyNext(name, gapSince)) {
                    // The next of the same matter.
                }
            } catch (RuntimeException failed) {
                // By its class alone: what it says may repeat what somebody said.
                LOG.warn(
                        "exchange {}: a message could not be applied ({})",
                        name.peer(),
                        failed.getClass().getName());
                applying.failed(name, FAILED, settings);
            }
        }
    }
}
