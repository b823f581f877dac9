package org.minyi.workorder;

import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;

/** Whom a complaint is from: asked, not handed on, so that no task of a unit carries who it is. */
public interface Complainants {

    Complainant complainant(UUID complaint);

    /**
     * Who complained.
     *
     * @param line null without a telephone
     */
    record Complainant(PersonId person, LineId line) {}
}
