package org.minyi.citizen;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A room that keeps something about people. Asked, in sets, before people are anonymised: whoever one room still needs
 * stays.
 */
public interface Involvement {

    /** Those among the persons with whom something is open here, or was until after the instant. */
    Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since);

    /** What anybody said or wrote about the persons, as far as this room keeps it; forgotten with them. */
    default Collection<WordsId> wordsAbout(Collection<PersonId> persons) {
        return List.of();
    }

    /**
     * What was said before the instant by somebody nobody ever found out; this room lets go of it with this call.
     *
     * @param atMost how many, the oldest first
     */
    default Collection<WordsId> letGoOfStrangers(Instant before, int atMost) {
        return List.of();
    }

    /** Nobody is known on these lines any more. */
    default void forget(Collection<LineId> lines) {}
}
