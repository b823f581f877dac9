package org.minyi.opinion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * A leader's opinion on a matter. While it is open the matter is supervised.
 *
 * @param unit that answers
 * @param words what the leader holds
 * @param answers every answer, and what the leader said to it, in their order
 */
public record Opinion(
        OpinionId id,
        UUID matter,
        String raisedBy,
        Instant raisedAt,
        UnitCode unit,
        WordsId words,
        State state,
        List<Answer> answers) {

    /** Where an opinion stands. */
    public enum State {
        /** The unit has to answer. */
        RAISED,
        /** The leader looks at the answer. */
        ANSWERED,
        SETTLED
    }

    /**
     * One answer of the unit.
     *
     * @param accepted null as long as nobody has looked at it
     * @param judgedBy null as long as nobody has
     * @param judgedAt null as long as nobody has
     * @param judgedWords what is missing; null where nothing is
     */
    public record Answer(
            String by,
            Instant at,
            WordsId words,
            Boolean accepted,
            String judgedBy,
            Instant judgedAt,
            WordsId judgedWords) {}
}
