package org.minyi.complaint;

import java.time.Instant;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.contact.ContactId;
import org.minyi.organisation.UnitCode;

/**
 * One matter a person raised.
 *
 * @param number as people say it: 2026-000123
 * @param title business and category, nothing of the person
 * @param category null before triage, unless a caller already ticked it
 * @param respondentUnit the unit complained about; null when none of ours is known
 * @param respondentOfficer user id of the officer complained about; null when none is known
 * @param joinedTo the matter that goes on for this one; null unless joined
 * @param outcome how it ended; null unless closed
 */
public record Complaint(
        ComplaintId id,
        String number,
        String title,
        Channel channel,
        String reference,
        Kind kind,
        ContactId contact,
        PersonId person,
        LineId line,
        WordsId words,
        String business,
        Category category,
        Severity severity,
        Jurisdiction jurisdiction,
        UnitCode respondentUnit,
        String respondentOfficer,
        State state,
        ComplaintId joinedTo,
        Instant raisedAt,
        String raisedBy,
        Instant closedAt,
        String outcome) {

    /** Where a matter stands as a whole; the engine knows at which step. */
    public enum State {
        OPEN,
        CLOSED,
        JOINED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
