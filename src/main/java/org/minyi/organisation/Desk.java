package org.minyi.organisation;

/** Where a task is offered: one role in one unit. */
public record Desk(Role role, UnitCode unit) {

    /** The candidate group: the role's own at the centre, {@code role.unitcode} below it. */
    public String group() {
        return role.level() == Level.CENTRE ? role.group() : role.groupIn(unit);
    }
}
