package org.minyi.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person may do. The centre's groups carry the role's name alone ({@code caller}); below it a group is
 * {@code role.unitcode} ({@code liaison.990101000000}), so that a task reaches one unit only (DESIGN section 6).
 */
public enum Role {
    CALLER(Level.CENTRE),
    TRIAGE(Level.CENTRE),
    REVIEWER(Level.CENTRE),
    DIRECTOR(Level.CENTRE),
    LIAISON(Level.SUB_CENTRE),
    LEADER(Level.SUB_CENTRE),
    OFFICER(Level.POST),
    INSPECTOR(Level.CENTRE),
    AUDITOR(Level.CENTRE),
    PROCESS_OWNER(Level.CENTRE),
    CUSTODIAN(Level.CENTRE),
    ADMINISTRATOR(Level.CENTRE);

    private final Level level;

    Role(Level level) {
        this.level = level;
    }

    /** Where this role is held, and nowhere else: a liaison of a post would be a group nobody looks after. */
    public Level level() {
        return level;
    }

    /** The group of this role across the city; below the centre it opens the desk but is offered no task. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** The group of this role in one unit below the centre. */
    public String groupIn(UnitCode unit) {
        return group() + "." + unit.value();
    }

    /** The role whose group this is, with or without a unit code after the dot. */
    public static Optional<Role> ofGroup(String group) {
        var role = group.replaceFirst("\\..*", "");
        return Arrays.stream(values()).filter(one -> one.group().equals(role)).findFirst();
    }
}
