package org.minyi.history;

import java.time.Instant;

/** What the engine kept of one instance, in the order in which it happened. */
public final class Trail {

    private Trail() {}

    /**
     * One time that a step was reached.
     *
     * @param sequence the engine's own count within the instance: decides between what happened in the same millisecond
     * @param who user id of whoever had the task; null where there is none
     * @param called the instance that a call began; null for any other step
     */
    public record Visit(
            String id,
            String step,
            String name,
            String type,
            Instant startedAt,
            Instant endedAt,
            boolean cancelled,
            long sequence,
            String who,
            String called) {}

    /**
     * A variable took a value.
     *
     * @param revision 0 for the first
     * @param step where it happened; null at the start
     */
    public record Change(String name, String type, String value, int revision, Instant at, String step) {

        /** That there is a value, and nothing of it. */
        Change sealed() {
            return new Change(name, "sealed", null, revision, at, step);
        }
    }

    /** A person did something to the instance, or to the drawing it goes by. */
    public record Operation(
            Instant at,
            String who,
            String what,
            String onWhat,
            String property,
            String before,
            String after,
            String step,
            String note) {}

    /**
     * A table decided.
     *
     * @param definition the very version of the table
     */
    public record Decided(String id, String key, String definition, String name, String step, Instant at) {}

    /** An input of a table, or with a rule and its number, counted from 1, what that rule said. */
    public record Value(String decision, String clause, String name, String value, String rule, Integer number) {}

    /** A step failed, or somebody has to look at it. */
    public record Failure(Instant at, Instant endedAt, String kind, String step, Integer triesLeft, String message) {}
}
