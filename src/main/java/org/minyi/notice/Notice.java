package org.minyi.notice;

import java.time.Instant;
import java.util.UUID;
import org.minyi.organisation.UnitCode;

/**
 * An official document.
 *
 * @param year whose numbers it counts among; the first of a year is number 1
 * @param code the number as it is written: 澜民督〔2026〕1号
 * @param unit to which it is addressed
 * @param reason why it was issued, as a word of the room that asked for it
 * @param about what tells it from others of its kind, matter, round and reason; empty where there is one
 */
public record Notice(
        NoticeId id,
        Kind kind,
        int year,
        int number,
        String code,
        UnitCode unit,
        UUID matter,
        int round,
        String reason,
        String about,
        Instant issuedAt) {}
