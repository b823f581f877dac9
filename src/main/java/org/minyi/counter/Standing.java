package org.minyi.counter;

import java.time.Instant;
import java.util.List;
import org.minyi.complaint.Complaint;

/**
 * How a matter stands, as far as whoever holds its receipt reads it: nothing of the person, of officers, or of what
 * colleagues wrote to each other.
 *
 * @param stage key of the sentence that says it: TAKEN_IN, one of the order's states, or CLOSED and the outcome
 * @param unit name of the unit that has it in hand; null while no unit has
 * @param answer what the centre answered, or where it says to turn; null when there is none
 * @param goesOn number of the matter that goes on for this one; null unless it was joined to another
 * @param reopenUntil until when it can be taken up again; null when it cannot
 * @param canOptOut whether surveys can still be stopped on the line
 */
public record Standing(
        Complaint matter,
        String stage,
        String unit,
        String answer,
        String goesOn,
        Instant reopenUntil,
        boolean canOptOut,
        List<Asked> enquiries) {

    /**
     * One question about the matter and its answer, in words.
     *
     * @param answer null while it waits
     */
    public record Asked(Instant at, String words, Instant answeredAt, String answer) {}
}
