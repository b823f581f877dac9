package org.minyi.survey;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A wave and where it stands.
 *
 * @param startedBy user id, or what started it
 * @param releasedBy the second person; null when nobody had to release it
 * @param unusual why a second person had to look; null when it was like the others
 */
public record Wave(
        WaveId id,
        LocalDate day,
        State state,
        String startedBy,
        Instant plannedAt,
        String releasedBy,
        Instant sentAt,
        Instant remindAt,
        Instant closesAt,
        Instant closedAt,
        int contacts,
        int asked,
        int excluded,
        String unusual) {

    /** Where a wave stands. */
    public enum State {
        PLANNED,
        /** Unusual: waits for a second person. */
        HELD,
        WITHDRAWN,
        SENT,
        REMINDED,
        /** Nothing more leaves; who was asked may still answer until it closes. */
        STOPPED,
        CLOSED
    }
}
