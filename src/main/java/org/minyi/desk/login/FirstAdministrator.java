package org.minyi.desk.login;

import java.util.List;
import java.util.Set;
import org.minyi.desk.Logins;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a new city: its centre, if nobody founded it yet, and in it the one person who lets the others in. Whoever knows
 * the settings gets no second chance: where there is an administrator nothing is made and no password is touched.
 */
@Service
@Profile("production")
class FirstAdministrator {

    private final Units units;
    private final Members members;
    private final Organisation organisation;
    private final Logins logins;

    FirstAdministrator(Units units, Members members, Organisation organisation, Logins logins) {
        this.units = units;
        this.members = members;
        this.organisation = organisation;
        this.logins = logins;
    }

    boolean isMissing() {
        return members.all().stream().noneMatch(member -> member.roles().contains(Role.ADMINISTRATOR));
    }

    @Transactional
    void appoint(String user, String password, CentreSettings centre) {
        var home = units.all().stream()
                .filter(unit -> unit.level() == Level.CENTRE)
                .findFirst()
                .orElseGet(() -> found(centre));
        organisation.enlist(List.of(new Member(user, user, home.code(), Set.of(Role.ADMINISTRATOR))));
        logins.give(List.of(user), password);
    }

    private Unit found(CentreSettings settings) {
        var centre = new Unit(new UnitCode(settings.code()), settings.name(), Level.CENTRE, null);
        organisation.found(List.of(centre));
        return centre;
    }
}
