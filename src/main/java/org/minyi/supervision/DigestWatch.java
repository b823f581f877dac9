package org.minyi.supervision;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Reminds the units of what is due, each when its day has begun. Several nodes at once do no harm. */
@Component
@ConditionalOnProperty(name = "minyi.supervision.watch", matchIfMissing = true)
class DigestWatch extends Pulse {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Digests digests;

    DigestWatch(Digests digests) {
        super(
                "digests",
                Duration.ofMinutes(1),
                EVERY,
                "The units could not be reminded of what is due; the next try is in five minutes.");
        this.digests = digests;
    }

    @Override
    protected void beat() {
        digests.remind();
    }
}
