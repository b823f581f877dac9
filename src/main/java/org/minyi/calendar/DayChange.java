package org.minyi.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days that are otherwise than they were: one after the other, and all alike.
 *
 * @param unit whose days they are; empty for everybody's
 * @param before null where the days were as the week says
 * @param after null where they are as the week says now
 */
public record DayChange(String unit, LocalDate first, LocalDate last, Being before, Being after) {

    /**
     * What a day is.
     *
     * @param hours of work; null on a day of rest
     * @param provisional fixed by law alone
     */
    public record Being(String hours, String name, String source, boolean provisional) {

        static Being of(SpecialDay day) {
            return day == null
                    ? null
                    : new Being(
                            day.hours() == null ? null : day.hours().toString(),
                            day.name(),
                            day.source(),
                            day.provisional());
        }
    }

    /** Whether the other one is its next day, with the same said of it. */
    boolean goesOnWith(DayChange next) {
        return unit.equals(next.unit)
                && last.plusDays(1).equals(next.first)
                && Objects.equals(before, next.before)
                && Objects.equals(after, next.after);
    }

    DayChange until(LocalDate day) {
        return new DayChange(unit, first, day, before, after);
    }
}
