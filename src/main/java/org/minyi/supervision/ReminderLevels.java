package org.minyi.supervision;

/** Knows of what a unit is reminded; the levels themselves stand in the decision table reminder-levels. */
public interface ReminderLevels {

    /**
     * How a step is told in the digest.
     *
     * @param hoursLeft working hours left, begun ones counted whole; 0 when it is due
     */
    ReminderLevel level(int hoursLeft);
}
