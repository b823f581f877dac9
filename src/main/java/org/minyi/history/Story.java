package org.minyi.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.minyi.history.Trail.Change;
import org.minyi.history.Trail.Failure;
import org.minyi.history.Trail.Operation;

/**
 * One instance, with everything the engine kept of it.
 *
 * @param startedBy user id; null when no person did
 * @param why why it was ended from outside; null otherwise
 * @param family the first process of the matter and all it called, oldest first
 * @param operations what people did to the instance, and to the drawing it goes by
 * @param people names of the people whose user ids stand here
 * @param evidence null for what belongs to no matter
 */
public record Story(
        Row head,
        String definition,
        String startedBy,
        String why,
        List<Relative> family,
        List<Place> places,
        List<Arrow> arrows,
        List<Step> steps,
        List<Change> variables,
        List<Operation> operations,
        List<Decision> decisions,
        List<Failure> failures,
        Map<String, String> people,
        Vouched evidence) {

    Story with(Vouched vouched) {
        return new Story(
                head,
                definition,
                startedBy,
                why,
                family,
                places,
                arrows,
                steps,
                variables,
                operations,
                decisions,
                failures,
                people,
                vouched);
    }

    /**
     * Another process of the same matter, or this one.
     *
     * @param caller id of the process that called it; null for the first
     */
    public record Relative(String id, String caller, Row row) {}

    /** A place of the drawing that was reached. */
    public record Place(String id, String name, int times, Instant first, Instant last, boolean active, boolean end) {}

    /**
     * An arrow of the drawing that was taken.
     *
     * @param guessed whether another arrow might have been the one: the engine keeps places, not arrows
     */
    public record Arrow(String id, int times, boolean guessed) {}

    /**
     * One time that a place was reached.
     *
     * @param time the how-manieth time, from 1
     * @param seconds null while it waits
     * @param called id of the instance that was called here
     */
    public record Step(
            String id,
            String name,
            String type,
            int time,
            Instant startedAt,
            Instant endedAt,
            Long seconds,
            boolean cancelled,
            String who,
            String called) {}

    /**
     * A table decided.
     *
     * @param hits ids of the rules that applied
     * @param table as it was drawn then; null when somebody deleted that version
     */
    public record Decision(
            String key,
            String name,
            Integer version,
            String step,
            Instant at,
            List<Said> inputs,
            List<Said> outputs,
            List<String> hits,
            Table table) {}

    /** An input or output, and its value. */
    public record Said(String name, String value) {}

    /**
     * Whether the evidence of the matter stands as it was kept.
     *
     * @param facts how many were checked
     * @param end position of the last of them in the chain
     * @param faults how many things are wrong
     * @param findings the first of them, in words
     */
    public record Vouched(boolean holds, long facts, long end, long faults, List<String> findings) {}
}
