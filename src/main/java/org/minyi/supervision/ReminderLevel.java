package org.minyi.supervision;

/** How urgently a unit is reminded of a step. */
public enum ReminderLevel {
    /** Its time is over. */
    OVERDUE,
    /** It is due within the working day. */
    LAST_DAY,
    /** It is due soon. */
    SOON,
    /** Not told yet. */
    NONE
}
