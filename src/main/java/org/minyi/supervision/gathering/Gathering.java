package org.minyi.supervision.gathering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * An interview or a joint meeting.
 *
 * @param meetsAt when it was to be, or for an interview when it was
 * @param place null where nobody said so
 * @param agenda null for an interview
 * @param heldAt null as long as it was not held
 * @param ledBy who interviewed, or convened and took the chair
 * @param recordedBy who wrote it down; null as long as nobody did
 * @param minutes what was said; null as long as nobody wrote it down
 */
public record Gathering(
        GatheringId id,
        UUID matter,
        int round,
        Kind kind,
        Instant meetsAt,
        WordsId place,
        WordsId agenda,
        Instant heldAt,
        String ledBy,
        String recordedBy,
        WordsId minutes,
        List<Seat> seats) {

    /** What kind of gathering. */
    public enum Kind {
        INTERVIEW,
        MEETING
    }

    /**
     * A unit's place at the table.
     *
     * @param attended null before it was held
     * @param signature null as long as the minutes are not countersigned
     */
    public record Seat(UnitCode unit, Boolean attended, Signature signature) {}

    /** How minutes are countersigned. */
    public enum Signature {
        AGREE,
        /** Signed with a different opinion, which stands beside the minutes. */
        DISSENT
    }

    /** Whether everybody has countersigned. */
    public boolean isCountersigned() {
        return seats.stream().allMatch(seat -> seat.signature() != null);
    }

    /** The units at the table. */
    public List<UnitCode> units() {
        return seats.stream().map(Seat::unit).toList();
    }
}
