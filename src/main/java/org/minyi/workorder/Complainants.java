package org.minyi.workorder;

import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;

/** Whom a complaint is from, and what it is called: asked, not handed on, so that no task of a unit carries who it is. */
public interface Complainants {

    Complainant complainant(UUID complaint);

    /** Business and category, nothing of the person; empty where there is no complaint of ours. */
    Optional<String> title(UUID complaint);

    /**
     * Who complained.
     *
     * @param line null without a telephone
     */
    record Complainant(PersonId person, LineId line) {}
}
