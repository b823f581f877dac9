package org.minyi.calendar;

import java.time.LocalDate;

/**
 * A day on which the week does not count: a holiday, or a day worked to make up for one.
 *
 * @param hours of work; null on a day of rest
 * @param name for people: Spring Festival
 * @param source who decreed it, so that it can be looked up
 * @param provisional fixed by law, with the days around it not arranged yet
 */
public record SpecialDay(LocalDate day, WorkingHours hours, String name, String source, boolean provisional) {

    public boolean isWorked() {
        return hours != null;
    }
}
