package org.minyi.contact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** Reads when a contact was: ISO with or without a zone, or as databases print it ({@code 2026-11-21 10:05}). */
final class ServedAt {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private ServedAt() {}

    /**
     * The instant meant.
     *
     * @param zone where the clock hung, when none is told
     */
    static Optional<Instant> read(String text, ZoneId zone) {
        var iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            // Asked, not tried: parseBest throws and catches an exception for every time without a zone.
            var told = FORMAT.parse(iso);
            return Optional.of(
                    told.isSupported(ChronoField.OFFSET_SECONDS)
                            ? OffsetDateTime.from(told).toInstant()
                            : LocalDateTime.from(told).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
