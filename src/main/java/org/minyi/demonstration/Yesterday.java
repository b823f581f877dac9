package org.minyi.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.minyi.citizen.Citizens;
import org.minyi.contact.Businesses;
import org.minyi.contact.ContactIntake;
import org.minyi.contact.Contacts;
import org.minyi.contact.Delivery;
import org.minyi.contact.Format;
import org.minyi.contact.ImportAnswer;
import org.minyi.contact.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Delivers yesterday's contacts where they are not there yet, as a source system would. */
@Component
@ConditionalOnProperty("minyi.demonstration")
class Yesterday implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Yesterday.class);

    private final ContactIntake intake;
    private final Contacts contacts;
    private final Businesses businesses;
    private final Citizens citizens;
    private final Clock clock;

    Yesterday(ContactIntake intake, Contacts contacts, Businesses businesses, Citizens citizens, Clock clock) {
        this.intake = intake;
        this.contacts = contacts;
        this.businesses = businesses;
        this.citizens = citizens;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var day = LocalDate.now(clock).minusDays(1);
        if (contacts.countServedOn(day) == 0) {
            optOuts();
            var answer = deliver(new DayOfContacts(day, businesses.all()).csv());
            LOG.info("{} contacts of {} delivered", answer.accepted(), day);
        }
    }

    private void optOuts() {
        citizens.lines(DayOfContacts.optedOut()).values().forEach(citizens::optOut);
    }

    private ImportAnswer deliver(String csv) {
        var bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (var delivery = Delivery.receive(
                new ByteArrayInputStream(bytes),
                bytes.length,
                bytes.length,
                Format.CSV,
                StandardCharsets.UTF_8,
                Progress.UNWATCHED)) {
            return intake.take(delivery);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
