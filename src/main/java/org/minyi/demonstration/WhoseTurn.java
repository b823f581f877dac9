package org.minyi.demonstration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.minyi.citizen.PersonId;
import org.minyi.organisation.Unit;

/** Who has to do what about a citizen, or at a unit: for who plays a whole city alone and must know how to log in next. */
public interface WhoseTurn {

    /**
     * A task that waits.
     *
     * @param task what it is called, in its reader's language
     * @param matter the matter's number; null before there is one
     * @param logins who may do it: whoever claimed it, else all it is offered to
     */
    record Turn(String task, String matter, List<String> logins) {}

    /** Everything open about these people, oldest first. */
    List<Turn> about(Collection<PersonId> people, Locale reader);

    /** What is offered at this unit's desks, oldest first; at most the first hundred. */
    List<Turn> at(Unit unit, Locale reader);
}
