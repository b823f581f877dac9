package org.minyi.board;

import java.util.Optional;
import java.util.UUID;
import org.minyi.channel.phone.PhoneCall;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.citizen.PersonId;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.contact.Contact;
import org.minyi.contact.ContactId;
import org.minyi.contact.Contacts;
import org.minyi.custody.IdentityRequest;
import org.minyi.custody.IdentityRequests;
import org.minyi.custody.RequestId;
import org.springframework.stereotype.Component;

/**
 * Finds whose matter a task is about. A call from a survey is about a person who has not complained (yet), and so is
 * ringing somebody back, on the line they called from.
 */
@Component
class Whose {

    private final Complaints complaints;
    private final Contacts contacts;
    private final IdentityRequests requests;
    private final PhoneCalls calls;

    Whose(Complaints complaints, Contacts contacts, IdentityRequests requests, PhoneCalls calls) {
        this.calls = calls;
        this.complaints = complaints;
        this.contacts = contacts;
        this.requests = requests;
    }

    Optional<About> of(OpenTask task) {
        return Optional.ofNullable(task.matter())
                .flatMap(matter -> complaints.find(new ComplaintId(matter)))
                .map(About::complaint)
                .or(() -> request(task.matter()))
                .or(() -> Optional.ofNullable(task.person()).map(person -> asked(person, task)));
    }

    Optional<About> of(ComplaintId matter) {
        return complaints.find(matter).map(About::complaint);
    }

    private Optional<About> request(UUID id) {
        return Optional.ofNullable(id)
                .flatMap(request -> requests.find(new RequestId(request)))
                .flatMap(request -> complaints
                        .find(new ComplaintId(request.matter()))
                        .map(matter -> request(request, matter.number())));
    }

    private static About request(IdentityRequest request, String number) {
        return new About(request.id().value(), request.person(), null, null, null, number);
    }

    private About asked(PersonId person, OpenTask task) {
        var matter = Optional.ofNullable(task.matter());
        var contact = matter.flatMap(id -> contacts.find(new ContactId(id)));
        return new About(
                task.matter(),
                person,
                contact.map(Contact::line)
                        .or(() -> matter.filter(id -> Sight.isDialled(task))
                                .flatMap(calls::find)
                                .map(PhoneCall::line))
                        .orElse(null),
                contact.map(Contact::id).orElse(null),
                null,
                null);
    }
}
