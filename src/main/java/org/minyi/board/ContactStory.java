package org.minyi.board;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minyi.contact.Businesses;
import org.minyi.contact.Contact;
import org.minyi.contact.Contacts;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** The person's dealings with the police. */
@Component
class ContactStory implements Story {

    private final Contacts contacts;
    private final Businesses businesses;
    private final Clock clock;

    ContactStory(Contacts contacts, Businesses businesses, Clock clock) {
        this.contacts = contacts;
        this.businesses = businesses;
        this.clock = clock;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        var dealings = extent.whole()
                ? contacts.of(about.person()).stream()
                        .filter(contact -> extent.tells(contact.id().value()))
                : Optional.ofNullable(about.contact()).flatMap(contacts::find).stream();
        return dealings.flatMap(contact -> told(contact, extent.whole())).toList();
    }

    private Stream<Told> told(Contact contact, boolean whole) {
        // A minute at a counter is as good as a name: a unit learns the day.
        var at = whole
                ? contact.servedAt()
                : contact.servedAt()
                        .atZone(clock.getZone())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        var told = Told.of(at, Told.Kind.CONTACT, "contact", businesses.get(contact.business()))
                .by(contact.officer());
        // A contact may name a unit that does not exist: it is kept as it was told.
        return Stream.of(contact.unitCode().matches("\\d{12}") ? told.in(new UnitCode(contact.unitCode())) : told);
    }
}
