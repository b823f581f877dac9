package org.minyi.board;

import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.contact.Contact;
import org.minyi.contact.ContactId;
import org.minyi.contact.Contacts;
import org.springframework.stereotype.Component;

/** Finds whose matter a task is about. A call from a survey is about a person who has not complained (yet). */
@Component
class Whose {

    private final Complaints complaints;
    private final Contacts contacts;

    Whose(Complaints complaints, Contacts contacts) {
        this.complaints = complaints;
        this.contacts = contacts;
    }

    Optional<About> of(OpenTask task) {
        return Optional.ofNullable(task.matter())
                .flatMap(matter -> complaints.find(new ComplaintId(matter)))
                .map(About::complaint)
                .or(() -> Optional.ofNullable(task.person()).map(person -> asked(person, task.matter())));
    }

    Optional<About> of(ComplaintId matter) {
        return complaints.find(matter).map(About::complaint);
    }

    private About asked(PersonId person, UUID matter) {
        var contact = Optional.ofNullable(matter).flatMap(id -> contacts.find(new ContactId(id)));
        return new About(
                matter,
                person,
                contact.map(Contact::line).orElse(null),
                contact.map(Contact::id).orElse(null),
                null);
    }
}
