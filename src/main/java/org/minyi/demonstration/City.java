package org.minyi.demonstration;

import org.minyi.audit.Fact;
import org.minyi.desk.Logins;
import org.minyi.organisation.Extensions;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Units;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founds Lanhe where it does not stand yet, every unit with a mailbox, and the callers with a telephone; all of it or nothing. */
@Service
@ConditionalOnProperty("minyi.demonstration")
class City {

    /** Everybody's. This room is refused where anything is real. */
    static final String PASSWORD = "minyi";

    private final Units units;
    private final Organisation organisation;
    private final Logins logins;
    private final Extensions extensions;

    City(Units units, Organisation organisation, Logins logins, Extensions extensions) {
        this.extensions = extensions;
        this.units = units;
        this.organisation = organisation;
        this.logins = logins;
    }

    @Transactional
    void found() {
        if (units.find(Lanhe.CENTRE).isEmpty()) {
            var members = Lanhe.members();
            organisation.found(Lanhe.units());
            organisation.enlist(members);
            logins.give(members.stream().map(Member::userId).toList(), PASSWORD);
            Lanhe.TELEPHONES.forEach((extension, user) -> extensions.set(user, extension, Fact.MINYI));
        }
        // Asked apart: cities were founded before units had mailboxes. One that a unit lost later it does not get
        // again.
        if (units.mail(Lanhe.CENTRE).isEmpty()) {
            Lanhe.units().forEach(unit -> organisation.mail(unit.code(), Lanhe.mailbox(unit.code())));
        }
    }
}
