package org.minyi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * So much time, and which of it counts.
 *
 * @param time in ISO 8601: whole days ({@code P5D}) or hours and minutes ({@code PT4H}); of what was agreed, the moment
 *     ({@code 2026-12-05T10:00:00Z})
 */
public record Allowance(String time, Counted counted) {

    private static final Pattern DAYS = Pattern.compile("P([1-9]\\d{0,3})D");

    /** @throws IllegalArgumentException for what is no such time; its message says what is expected */
    public Allowance {
        if (!isSound(time, counted)) {
            throw new IllegalArgumentException(
                    ("'%s' counted as %s is no time that could be allowed: whole days like P5D, or hours like PT4H"
                                    + " where they are counted as WORKING or CLOCK")
                            .formatted(time, counted));
        }
    }

    /** A moment that people agreed on. */
    public static Allowance until(Instant moment) {
        return new Allowance(moment.toString(), Counted.AGREED);
    }

    private static boolean isSound(String time, Counted counted) {
        try {
            return switch (counted) {
                case AGREED -> Instant.parse(time) != null;
                case CALENDAR -> isDays(time);
                case WORKING, CLOCK ->
                    isDays(time)
                            || (time.startsWith("PT") && !Duration.parse(time).isNegative());
            };
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static boolean isDays(String time) {
        return DAYS.matcher(time).matches();
    }

    /** How many whole days; 0 where it is told in hours, or was agreed. */
    public int days() {
        var days = DAYS.matcher(time);
        return days.matches() ? Integer.parseInt(days.group(1)) : 0;
    }

    /** The moment by which it is used up. */
    Instant after(Instant start, WorkingCalendar calendar) {
        return switch (counted) {
            case AGREED -> Instant.parse(time);
            case CLOCK -> start.plus(Duration.parse(time));
            case CALENDAR -> calendar.closingAfterDays(start, days());
            case WORKING ->
                days() > 0
                        ? calendar.closingAfterWorkingDays(start, days())
                        : calendar.plus(start, Duration.parse(time));
        };
    }
}
