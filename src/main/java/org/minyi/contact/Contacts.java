package org.minyi.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.minyi.citizen.PersonId;
import org.springframework.stereotype.Service;

/** What source systems have told. */
@Service
public class Contacts {

    private final ContactTables tables;
    private final Clock clock;

    Contacts(ContactTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Hands over what was served on a day (in the city's zone) and arrived at this instant or later, earliest served
     * first, at most {@code chunk} at a time.
     */
    public void eachServedOn(LocalDate day, Instant arrivedSince, int chunk, Consumer<List<Contact>> receiver) {
        var from = start(day);
        var until = start(day.plusDays(1));
        var contacts = tables.served(from, until, arrivedSince, null, chunk);
        while (!contacts.isEmpty()) {
            receiver.accept(contacts);
            contacts = contacts.size() < chunk
                    ? List.of()
                    : tables.served(from, until, arrivedSince, contacts.get(contacts.size() - 1), chunk);
        }
    }

    /** How many were served on a day. */
    public int countServedOn(LocalDate day) {
        return tables.countServed(start(day), start(day.plusDays(1)));
    }

    /** The contact of this id. */
    public Optional<Contact> find(ContactId id) {
        return tables.find(id);
    }

    /** A person's contacts, latest first. */
    public List<Contact> of(PersonId person) {
        return tables.of(person);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
