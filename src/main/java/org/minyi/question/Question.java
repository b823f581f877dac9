package org.minyi.question;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;

/**
 * A question and what became of it.
 *
 * @param code 10 to 99; tells the person's open questions apart
 * @param reminder the id of the reminding SMS; null when none was sent
 * @param answer null until answered
 * @param askedAt null while it is only planned
 * @param closesAt until when a reply counts; null while that is open
 */
public record Question(
        QuestionId id,
        Subject subject,
        UUID subjectId,
        int round,
        UUID batch,
        PersonId person,
        LineId line,
        int code,
        UUID reminder,
        State state,
        Answer answer,
        WordsId words,
        Instant askedAt,
        Instant closesAt,
        Instant answeredAt) {

    /** Where a question stands; everything but OPEN is final, save that a reply in time still answers. */
    public enum State {
        OPEN,
        ANSWERED,
        SILENT,
        UNDELIVERED,
        UNKNOWN,
        WITHDRAWN
    }
}
