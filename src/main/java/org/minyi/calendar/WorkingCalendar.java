package org.minyi.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When there is work: the pattern of the week, over which holidays and made-up working days win. A value that never
 * changes; another arrangement is another version.
 *
 * @param version under which deadlines remember it
 * @param week hours by day of the week; a day of the week without work is absent
 * @param special days on which the week does not count
 */
public record WorkingCalendar(
        int version, ZoneId zone, Map<DayOfWeek, WorkingHours> week, Map<LocalDate, SpecialDay> special) {

    /** After so many days without work something is wrong with the calendar, not with the world. */
    private static final int LONGEST_REST = 366;

    public WorkingCalendar {
        week = Map.copyOf(week);
        special = Map.copyOf(special);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a week without a working day has no deadlines");
        }
    }

    /** The hours of this day; nothing on a day of rest. */
    public Optional<WorkingHours> hours(LocalDate day) {
        var decreed = special.get(day);
        return Optional.ofNullable(decreed == null ? week.get(day.getDayOfWeek()) : decreed.hours());
    }

    /** What is worked on a day that makes up for another, where nothing else is said. */
    WorkingHours hoursOfTheFirstDay() {
        return week.get(week.keySet().stream().min(DayOfWeek::compareTo).orElseThrow());
    }

    public boolean isWorkingDay(LocalDate day) {
        return hours(day).isPresent();
    }

    /** Whether somebody is at work at this moment; at the moment of closing nobody is any more. */
    public boolean isOpen(Instant moment) {
        return openings(dayOf(moment)).stream()
                .anyMatch(open -> !moment.isBefore(open.from()) && moment.isBefore(open.to()));
    }

    /**
     * The moment by which this much working time has passed; never outside working hours. Without any time it is the
     * moment itself, or the next opening.
     */
    public Instant plus(Instant start, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: " + workingTime);
        }
        var left = workingTime;
        var day = dayOf(start);
        for (var rested = 0; rested <= LONGEST_REST; day = day.plusDays(1)) {
            var openings = openings(day);
            for (var open : openings) {
                if (!start.isAfter(open.to())) {
                    var from = start.isAfter(open.from()) ? start : open.from();
                    var here = Duration.between(from, open.to());
                    if (left.compareTo(here) <= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(here);
                }
            }
            rested = openings.isEmpty() ? rested + 1 : 0;
        }
        throw new NoWorkAhead(version, day);
    }

    /**
     * The closing of the so many-th working day after this moment's; its own day does not count (Civil Code of the
     * People's Republic of China, articles 201 and 203).
     *
     * @param days at least one
     */
    public Instant closingAfterWorkingDays(Instant start, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("at least one day: " + days);
        }
        var day = dayOf(start);
        for (var left = days; left > 0; left--) {
            day = nextWorkingDay(day.plusDays(1));
        }
        return closing(day);
    }

    /**
     * The closing of the so many-th day of the common calendar after this moment's, or of the next working day where
     * that is one of rest (Civil Code, article 203).
     *
     * @param days at least one
     */
    public Instant closingAfterDays(Instant start, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("at least one day: " + days);
        }
        return closing(nextWorkingDay(dayOf(start).plusDays(days)));
    }

    /** The closing of this day, or of the next working day where it is one of rest (Civil Code, article 203). */
    public Instant closingOn(LocalDate day) {
        return closing(nextWorkingDay(day));
    }

    /** How much working time lies between two moments; none where the second is not later. */
    public Duration between(Instant from, Instant to) {
        var time = Duration.ZERO;
        for (var day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            for (var open : openings(day)) {
                var begins = from.isAfter(open.from()) ? from : open.from();
                var ends = to.isBefore(open.to()) ? to : open.to();
                if (begins.isBefore(ends)) {
                    time = time.plus(Duration.between(begins, ends));
                }
            }
        }
        return time;
    }

    /** The next moment at which somebody is at work: this one, or the next opening. */
    public Instant nextOpen(Instant moment) {
        if (isOpen(moment)) {
            return moment;
        }
        var day = dayOf(moment);
        return openings(day).stream()
                .map(Open::from)
                .filter(moment::isBefore)
                .findFirst()
                .orElseGet(
                        () -> openings(nextWorkingDay(day.plusDays(1))).get(0).from());
    }

    private LocalDate nextWorkingDay(LocalDate first) {
        for (var day = first; day.isBefore(first.plusDays(LONGEST_REST)); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                return day;
            }
        }
        throw new NoWorkAhead(version, first);
    }

    private Instant closing(LocalDate day) {
        return day.atTime(hours(day).orElseThrow().closing()).atZone(zone).toInstant();
    }

    private record Open(Instant from, Instant to) {}

    private List<Open> openings(LocalDate day) {
        return hours(day).map(WorkingHours::spans).orElse(List.of()).stream()
                .map(span -> new Open(
                        day.atTime(span.from()).atZone(zone).toInstant(),
                        day.atTime(span.to()).atZone(zone).toInstant()))
                .toList();
    }

    private LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
