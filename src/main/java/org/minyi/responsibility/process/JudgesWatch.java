package org.minyi.responsibility.process;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.minyi.responsibility.NobodyIndependent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to it that no objection waits for somebody who may not judge it any more. */
@Component
class JudgesWatch extends Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(JudgesWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final JudgesAnew judges;

    JudgesWatch(JudgesAnew judges) {
        super(
                "judges",
                EVERY,
                EVERY,
                "Whether objections still wait for somebody who may judge them was not looked at; the next try is in a minute.");
        this.judges = judges;
    }

    @Override
    protected void beat() {
        judges.waiting().forEach(this::offer);
    }

    /** One that nobody is left for does not keep the others waiting. */
    private void offer(String task) {
        try {
            judges.offer(task);
        } catch (NobodyIndependent nobody) {
            LOG.warn(nobody.getMessage());
        }
    }
}
