package org.minyi.custody;

import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.springframework.stereotype.Component;

/** Knows who keeps the identities. */
@Component
class Custodians {

    private final Members members;

    Custodians(Members members) {
        this.members = members;
    }

    /** @throws NotACustodian for everybody else, and where nobody is logged in */
    void mustBe(String user) {
        if (user == null
                || members.find(user)
                        .filter(member -> member.roles().contains(Role.CUSTODIAN))
                        .isEmpty()) {
            throw new NotACustodian();
        }
    }
}
