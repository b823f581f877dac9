package org.minyi.history.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.springframework.stereotype.Component;

/** Who may look into the history at all; what they find there is another question. */
@Component
class Readers {

    private static final Set<Role> READ =
            EnumSet.of(Role.AUDITOR, Role.INSPECTOR, Role.DIRECTOR, Role.LIAISON, Role.LEADER, Role.OFFICER);

    private final Visitors visitors;
    private final Members members;

    Readers(Visitors visitors, Members members) {
        this.visitors = visitors;
        this.members = members;
    }

    String of(HttpServletRequest request) {
        var user = visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
        if (members.find(user).map(Member::roles).orElse(Set.of()).stream().noneMatch(READ::contains)) {
            throw new NotYours();
        }
        return user;
    }
}
