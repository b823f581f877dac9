package org.minyi.board;

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

    ContactStory(Contacts contacts, Businesses businesses) {
        this.contacts = contacts;
        this.businesses = businesses;
    }

    @Override
    public List<Told> tell(About about, boolean whole) {
        var dealings = whole
                ? contacts.of(about.person()).stream()
                : Optional.ofNullable(about.contact()).flatMap(contacts::find).stream();
        return dealings.flatMap(this::told).toList();
    }

    private Stream<Told> told(Contact contact) {
        var told = Told.of(contact.servedAt(), Told.Kind.CONTACT, "contact", businesses.nameOf(contact.business()))
                .by(contact.officer());
        // A contact may name a unit that does not exist: it is kept as it was told.
        return Stream.of(contact.unitCode().matches("\\d{12}") ? told.in(new UnitCode(contact.unitCode())) : told);
    }
}
