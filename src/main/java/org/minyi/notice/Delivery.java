package org.minyi.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;

/**
 * How one unit gets a document.
 *
 * @param mail null where the unit has no mailbox
 * @param failure an SMTP code, or {@code NO_MAILBOX}; null while nothing failed
 * @param servedBy user id of whoever confirmed it
 * @param servedOn the day on which the centre served it otherwise; null after a receipt
 * @param words what whoever served it wrote about it; null when nothing
 */
public record Delivery(
        NoticeId notice,
        UnitCode unit,
        Part part,
        State state,
        UUID mail,
        Instant sentAt,
        Instant failedAt,
        String failure,
        Instant servedAt,
        String servedBy,
        How how,
        LocalDate servedOn,
        WordsId words) {

    /** What the document is to the unit. */
    public enum Part {
        ADDRESSEE,
        COPY
    }

    /** Where the service stands; that a mail server took it proves nothing yet. */
    public enum State {
        TO_SEND,
        SENT,
        UNDELIVERABLE,
        SERVED
    }
}
