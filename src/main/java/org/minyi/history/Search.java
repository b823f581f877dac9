package org.minyi.history;

import java.time.Instant;
import java.util.List;

/**
 * What somebody looks for among the instances they may see. What is null or empty is not asked for.
 *
 * @param matter number of the matter, as it is kept: 2026-000123
 * @param process key of the drawing
 * @param units codes of the units that handle the matter, execute it, or are complained about
 * @param people user ids of whom one did a task
 * @param step id of a task in its drawing; together with people: who did this very task
 * @param ended only those that are over, or only those that are not
 * @param outcome id of the end that was reached
 * @param started when it began, from and before
 * @param over when it ended, from and before
 */
public record Search(
        String matter,
        String process,
        List<String> units,
        List<String> people,
        String step,
        Boolean ended,
        String outcome,
        Span started,
        Span over) {

    /** A span of time; each side null when it is open. */
    public record Span(Instant from, Instant before) {

        public static final Span ANY = new Span(null, null);
    }

    public Search {
        units = List.copyOf(units);
        people = List.copyOf(people);
    }

    boolean asksForTask() {
        return !people.isEmpty() || step != null;
    }
}
