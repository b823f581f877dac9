package org.minyi.organisation;

import java.util.Set;

/** A person who works with Minyi: in one unit, with the roles that unit's level has. */
public record Member(String userId, String name, UnitCode unit, Set<Role> roles) {

    public Member {
        if (!userId.matches("[a-zA-Z0-9.-]+")) {
            throw new IllegalArgumentException(
                    "'%s' is not a login: letters, digits, dots and hyphens are expected".formatted(userId));
        }
        roles = Set.copyOf(roles);
    }
}
