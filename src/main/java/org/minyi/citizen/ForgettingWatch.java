package org.minyi.citizen;

import java.time.Clock;
import java.time.Duration;
import org.minyi.pulse.Pulse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets people be forgotten between two and five in the night. Several nodes at once do no harm: each takes what is there. */
@Component
class ForgettingWatch extends Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingWatch.class);
    private static final int FROM_HOUR = 2;
    private static final int TO_HOUR = 5;

    private final Forgetting forgetting;
    private final Clock clock;

    ForgettingWatch(Forgetting forgetting, Clock clock) {
        super(
                "forgetting",
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                "People whose time has come could not be anonymised; the next try is in an hour.");
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** Once an hour of the night, so that what had to wait is made good. */
    @Override
    protected void beat() {
        int hour = clock.instant().atZone(clock.getZone()).getHour();
        if (hour < FROM_HOUR || hour >= TO_HOUR) {
            return;
        }
        var forgotten = forgetting.run();
        if (forgotten.persons() + forgotten.lines() > 0) {
            LOG.info(
                    "anonymised: {} persons, {} lines, {} texts",
                    forgotten.persons(),
                    forgotten.lines(),
                    forgotten.words());
        }
    }
}
