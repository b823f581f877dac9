package org.minyi.calendar;

import java.time.LocalDate;

/**
 * One day that is to be otherwise in the next version of the calendar.
 *
 * @param unit whose day it is; empty for everybody's
 * @param kind whether there is work
 * @param hours on a day that is worked; null for the hours of the week's first day
 * @param name for people
 * @param source who decreed it
 */
public record CalendarChange(String unit, LocalDate day, Kind kind, WorkingHours hours, String name, String source) {

    /** What a day is. */
    public enum Kind {
        /** A day of rest, whatever the week says. */
        REST,
        /** A working day, whatever the week says. */
        WORK,
        /** As the week says: takes back what was decreed before. */
        WEEK
    }

    CalendarChange with(WorkingHours worked) {
        return new CalendarChange(unit, day, kind, worked, name, source);
    }

    /** The day as the version has it that takes this over. */
    SpecialDay toDay() {
        return new SpecialDay(day, hours, name, source, false);
    }
}
