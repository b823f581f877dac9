package org.minyi.question;

import java.time.Instant;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;

/**
 * A question to be asked once for its subject and round.
 *
 * @param batch questions that are asked and closed together
 * @param text the SMS; {@code {code}} is replaced by the reply code
 * @param reminder the SMS to who stays silent; empty when nobody is reminded
 * @param closesAt until when a reply counts; null when whoever asked closes the batch
 */
public record NewQuestion(
        Subject subject,
        UUID subjectId,
        int round,
        UUID batch,
        PersonId person,
        LineId line,
        String text,
        String reminder,
        Instant closesAt) {

    /** A question of its own that nobody is reminded of. */
    public NewQuestion(
            Subject subject,
            UUID subjectId,
            int round,
            UUID batch,
            PersonId person,
            LineId line,
            String text,
            Instant closesAt) {
        this(subject, subjectId, round, batch, person, line, text, "", closesAt);
    }
}
