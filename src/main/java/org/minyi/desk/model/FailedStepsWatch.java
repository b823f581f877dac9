package org.minyi.desk.model;

import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says once a minute in the log which steps stand still; whoever watches the log need not watch Cockpit. */
@Component
class FailedStepsWatch extends Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(FailedStepsWatch.class);

    private final FailedSteps steps;

    FailedStepsWatch(FailedSteps steps) {
        super(
                "failed-steps",
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                "Whether steps stand still could not be seen; the next look is in a minute.");
        this.steps = steps;
    }

    @Override
    protected void beat() {
        steps.words().ifPresent(words -> LOG.warn("{} docs/operations.md says how they go on.", words));
    }
}
