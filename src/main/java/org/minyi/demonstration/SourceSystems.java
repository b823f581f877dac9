package org.minyi.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.minyi.citizen.Citizens;
import org.minyi.contact.Businesses;
import org.minyi.contact.ContactIntake;
import org.minyi.contact.Delivery;
import org.minyi.contact.Format;
import org.minyi.contact.ImportAnswer;
import org.minyi.contact.Progress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** The source systems of Lanhe: they hand their day in through the door that is open to all. */
@Service
@ConditionalOnProperty("minyi.demonstration")
class SourceSystems {

    private final ContactIntake intake;
    private final Businesses businesses;
    private final Citizens citizens;

    SourceSystems(ContactIntake intake, Businesses businesses, Citizens citizens) {
        this.intake = intake;
        this.businesses = businesses;
        this.citizens = citizens;
    }

    ImportAnswer handIn(LocalDate day) {
        citizens.lines(DayOfContacts.optedOut()).values().forEach(citizens::optOut);
        return deliver(new DayOfContacts(day, businesses.all()).csv().getBytes(StandardCharsets.UTF_8));
    }

    private ImportAnswer deliver(byte[] csv) {
        try (var delivery = Delivery.receive(
                new ByteArrayInputStream(csv),
                csv.length,
                csv.length,
                Format.CSV,
                StandardCharsets.UTF_8,
                Progress.UNWATCHED)) {
            return intake.take(delivery);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
