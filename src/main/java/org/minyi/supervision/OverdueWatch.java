package org.minyi.supervision;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks for what has become late, four times a minute. Several nodes at once do no harm: each late step is told once. */
@Component
@ConditionalOnProperty(name = "minyi.supervision.watch", matchIfMissing = true)
class OverdueWatch extends Pulse {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int AT_ONCE = 100;

    private final Overdue overdue;

    OverdueWatch(Overdue overdue) {
        super("overdue", EVERY, EVERY, "What is late could not be told; the next look is in fifteen seconds.");
        this.overdue = overdue;
    }

    @Override
    protected void beat() {
        var told = AT_ONCE;
        while (told == AT_ONCE && isRunning()) {
            told = overdue.tell(AT_ONCE);
        }
    }
}
