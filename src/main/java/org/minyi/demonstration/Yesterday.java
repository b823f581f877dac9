package org.minyi.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import org.minyi.contact.Contacts;
import org.minyi.survey.Waves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Sees to it that yesterday's contacts are there, and that they have their wave at once: a newcomer does not wait for the
 * morning.
 */
@Component
@ConditionalOnProperty("minyi.demonstration")
class Yesterday implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Yesterday.class);
    private static final String STARTED_BY = "demonstration";

    private final SourceSystems sources;
    private final Contacts contacts;
    private final Waves waves;
    private final Clock clock;

    Yesterday(SourceSystems sources, Contacts contacts, Waves waves, Clock clock) {
        this.sources = sources;
        this.contacts = contacts;
        this.waves = waves;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var day = LocalDate.now(clock).minusDays(1);
        if (contacts.countServedOn(day) == 0) {
            var answer = sources.handIn(day);
            LOG.info("{} contacts of {} delivered", answer.accepted(), day);
        }
        // Asked apart: a start may have been killed between the contacts and their wave. One wave too many asks nobody.
        if (!waves.hasBeenPlanned(day)) {
            waves.start(day, STARTED_BY);
        }
    }
}
