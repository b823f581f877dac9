package org.minyi.organisation;

/** Somebody was given a role that their unit's level does not have. */
public class RoleBelongsElsewhere extends IllegalArgumentException {

    RoleBelongsElsewhere(String userId, Role role, Unit unit) {
        super("%s cannot be %s in %s: this role is held at level %s, and the unit is at level %s"
                .formatted(userId, role, unit.code(), role.level(), unit.level()));
    }
}
