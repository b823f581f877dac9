package org.minyi.history;

import java.time.LocalDate;

/**
 * A search as somebody typed it; what is null or blank is not asked for.
 *
 * @param number 2026-000123, or 123 for one of this year
 * @param process key of a drawing
 * @param unit code of a unit, or a part of its name; the units below it count as well
 * @param officer user id, or a part of a name
 * @param step id of a task
 * @param state RUNNING or ENDED
 * @param outcome id of an end
 * @param startedFrom the first day, in the clock's zone
 * @param startedTo the last day, included
 */
public record Asked(
        String number,
        String process,
        String unit,
        String officer,
        String step,
        State state,
        String outcome,
        LocalDate startedFrom,
        LocalDate startedTo,
        LocalDate endedFrom,
        LocalDate endedTo) {

    /** Whether it is over. */
    public enum State {
        RUNNING,
        ENDED
    }
}
