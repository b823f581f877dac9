package org.minyi.organisation;

import java.util.Locale;

/**
 * What a person may do. The centre's groups carry the role's name alone ({@code caller}); below it a group is
 * {@code role.unitcode} ({@code liaison.990101000000}), so that a task reaches one unit only (DESIGN section 6).
 */
public enum Role {
    CALLER,
    TRIAGE,
    REVIEWER,
    DIRECTOR,
    LIAISON,
    LEADER,
    OFFICER,
    INSPECTOR,
    AUDITOR,
    PROCESS_OWNER,
    CUSTODIAN,
    ADMINISTRATOR;

    /** The group of this role across the city; below the centre it opens the desk but is offered no task. */
    public String group() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** The group of this role in one unit below the centre. */
    public String groupIn(UnitCode unit) {
        return group() + "." + unit.value();
    }
}
