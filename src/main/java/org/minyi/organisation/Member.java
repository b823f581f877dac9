package org.minyi.organisation;

import java.util.Set;

/** A person who works with Minyi: in one unit, with the roles that unit's level has. */
public record Member(String userId, String name, UnitCode unit, Set<Role> roles) {

    public Member {
        if (!isLogin(userId)) {
            throw new IllegalArgumentException(
                    "'%s' is not a login: letters, digits, dots and hyphens are expected".formatted(userId));
        }
        roles = Set.copyOf(roles);
    }

    /** Whether somebody could have this user id: plain letters, so that no two of them are one to a directory. */
    public static boolean isLogin(String name) {
        return name.matches("[a-zA-Z0-9.-]+");
    }
}
