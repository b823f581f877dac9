package org.minyi.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.minyi.organisation.UnitCode;

/** Writes codes, instants, units and people as a Chinese document does. */
final class Writing {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy年M月d日H时", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日H时mm分", Locale.CHINA);
    /** More than this nobody reads in a line. */
    private static final int NAMED = 12;

    private final ChineseNames names;
    private final ZoneId zone;

    Writing(ChineseNames names, ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** @param format what a drawing says behind the colon; empty for as it is */
    String of(String value, String format) {
        return switch (format) {
            case "" -> value;
            case "date" -> Instant.parse(value).atZone(zone).format(DATE);
            case "moment" -> moment(Instant.parse(value));
            case "unit" -> names.unit(new UnitCode(value));
            case "units" ->
                list(Stream.of(value.split(",", -1))
                        .map(code -> names.unit(new UnitCode(code.strip())))
                        .toList());
            case "person" -> names.person(value);
            case "people" ->
                list(Stream.of(value.split(",", -1))
                        .map(user -> names.person(user.strip()))
                        .toList());
            case "word" -> Texts.find("verdict." + value).orElse(value);
            default -> throw new IllegalArgumentException("a drawing wants something written as " + format);
        };
    }

    private String moment(Instant instant) {
        var at = instant.atZone(zone);
        return at.format(at.getMinute() == 0 ? HOUR : MINUTE);
    }

    static String list(List<String> names) {
        var between = Texts.of("units.between");
        return names.size() > NAMED
                ? Texts.of("units.many", String.join(between, names.subList(0, NAMED)), names.size())
                : String.join(between, names);
    }
}
