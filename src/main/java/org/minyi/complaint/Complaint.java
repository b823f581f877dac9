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
 * @param told the unit and officer as they were told, whether we know them or not
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
        Told told,
        State state,
        ComplaintId joinedTo,
        Instant raisedAt,
        String raisedBy,
        Instant closedAt,
        String outcome) {

    /** Whom the person or the source named: unit code and login or badge, each null when not told. */
    public record Told(String unit, String officer) {}

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
