package org.minyi.supervision.gathering;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * What a unit has to do because it was agreed so.
 *
 * @param words what it is
 * @param due the closing of the agreed day
 */
public record Duty(
        DutyId id,
        GatheringId agreedIn,
        UUID matter,
        int round,
        UnitCode unit,
        WordsId words,
        Instant due,
        State state) {

    /** Where a duty stands. */
    public enum State {
        /** Written in minutes that are not countersigned yet. */
        PROPOSED,
        AGREED,
        DONE,
        /** The centre has looked at it and is content. */
        SETTLED
    }
}
