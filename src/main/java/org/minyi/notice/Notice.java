package org.minyi.notice;

import java.time.Instant;
import java.util.UUID;
import org.minyi.organisation.UnitCode;

/**
 * An official document.
 *
 * @param year whose numbers it counts among; the first of a year is number 1
 * @param unit to which it is addressed
 * @param reason why it was issued, as a word of the room that asked for it
 */
public record Notice(
        NoticeId id,
        Kind kind,
        int year,
        int number,
        UnitCode unit,
        UUID matter,
        int round,
        String reason,
        Instant issuedAt) {}
