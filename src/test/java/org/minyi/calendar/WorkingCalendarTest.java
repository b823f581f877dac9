package org.minyi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten thousand deadlines against a calculation written another way, and what holds of every one of them. */
class WorkingCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkingHours OFFICE = WorkingHours.parse("08:30-12:00 14:30-18:00");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(1, ZONE, week(), decreed());

    /** Around New Year, Spring Festival and National Day of three years; the third is not decreed yet. */
    private static final List<String> AROUND = List.of(
            "2024-12-25",
            "2025-01-20",
            "2025-09-20",
            "2025-12-25",
            "2026-02-05",
            "2026-09-15",
            "2026-12-25",
            "2027-02-01",
            "2027-09-25");

    private static final Set<LocalDate> WORKED = LocalDate.of(2024, 12, 1)
            .datesUntil(LocalDate.of(2028, 3, 1))
            .filter(WorkingCalendarTest::isWorkedByTheNotice)
            .collect(Collectors.toSet());

    private final Random chance = new Random(20261122);

    @Test
    void ten_thousand_deadlines_in_working_time_are_those_of_a_minute_by_minute_count() {
        for (var i = 0; i < 10_000; i++) {
            var start = someMoment();
            var allowed = Duration.ofMinutes(1 + chance.nextInt(3 * 7 * 60));
            assertThat(CALENDAR.plus(start, allowed))
                    .as("%s and %s of work", start, allowed)
                    .isEqualTo(minuteByMinute(start, allowed));
        }
    }

    @Test
    void ten_thousand_deadlines_in_working_days_are_those_of_a_list_of_days() {
        var worked = LocalDate.of(2024, 12, 1)
                .datesUntil(LocalDate.of(2028, 3, 1))
                .filter(WorkingCalendarTest::isWorkedByTheNotice)
                .toList();
        for (var i = 0; i < 10_000; i++) {
            var start = someMoment();
            var days = 1 + chance.nextInt(20);
            var today = LocalDateTime.ofInstant(start, ZONE).toLocalDate();
            var due = worked.stream()
                    .filter(today::isBefore)
                    .skip(days - 1L)
                    .findFirst()
                    .orElseThrow();
            assertThat(CALENDAR.closingAfterWorkingDays(start, days))
                    .as("%s and %d working days", start, days)
                    .isEqualTo(at(due, "18:00"));
        }
    }

    @Test
    void later_started_is_never_due_earlier_and_nothing_is_due_on_a_day_of_rest() {
        for (var i = 0; i < 10_000; i++) {
            var start = someMoment();
            var later = start.plus(Duration.ofMinutes(chance.nextInt(20_000)));
            var allowed = Duration.ofMinutes(1 + chance.nextInt(6_000));
            var days = 1 + chance.nextInt(15);
            for (var pair : List.of(
                    List.of(CALENDAR.plus(start, allowed), CALENDAR.plus(later, allowed)),
                    List.of(
                            CALENDAR.closingAfterWorkingDays(start, days),
                            CALENDAR.closingAfterWorkingDays(later, days)),
                    List.of(CALENDAR.closingAfterDays(start, days), CALENDAR.closingAfterDays(later, days)))) {
                assertThat(pair.get(0)).isAfter(start).isBeforeOrEqualTo(pair.get(1));
                assertThat(isWorkedByTheNotice(
                                LocalDateTime.ofInstant(pair.get(0), ZONE).toLocalDate()))
                        .isTrue();
            }
            assertThat(CALENDAR.plus(start, allowed.plusMinutes(1))).isAfter(CALENDAR.plus(start, allowed));
        }
    }

    @Test
    void a_pause_adds_exactly_its_working_time() {
        for (var i = 0; i < 10_000; i++) {
            var due = CALENDAR.closingAfterWorkingDays(someMoment(), 1 + chance.nextInt(10));
            var from = someMoment();
            var to = from.plus(Duration.ofMinutes(chance.nextInt(10_000)));
            var paused = CALENDAR.between(from, to);
            assertThat(CALENDAR.between(due, CALENDAR.plus(due, paused))).isEqualTo(paused);
            var middle = from.plus(Duration.between(from, to).dividedBy(3));
            assertThat(CALENDAR.between(from, middle).plus(CALENDAR.between(middle, to)))
                    .isEqualTo(paused);
        }
    }

    @Test
    void a_made_up_sunday_counts_and_a_holiday_on_a_weekday_does_not() {
        // 2026-02-13 is a Friday; Saturday the 14th is worked, the festival lasts from the 15th to the 23rd.
        assertThat(CALENDAR.closingAfterWorkingDays(at(LocalDate.of(2026, 2, 13), "09:00"), 1))
                .isEqualTo(at(LocalDate.of(2026, 2, 14), "18:00"));
        assertThat(CALENDAR.closingAfterWorkingDays(at(LocalDate.of(2026, 2, 13), "09:00"), 2))
                .isEqualTo(at(LocalDate.of(2026, 2, 24), "18:00"));
        assertThat(CALENDAR.plus(at(LocalDate.of(2026, 2, 14), "17:30"), Duration.ofHours(1)))
                .isEqualTo(at(LocalDate.of(2026, 2, 24), "09:00"));
    }

    @Test
    void a_day_of_the_common_calendar_that_is_one_of_rest_moves_on() {
        assertThat(CALENDAR.closingAfterDays(at(LocalDate.of(2026, 9, 28), "23:00"), 3))
                .as("1 October is a holiday: the 8th is the next that is worked")
                .isEqualTo(at(LocalDate.of(2026, 10, 8), "18:00"));
    }

    @Test
    void at_noon_and_at_the_closing_nobody_is_there_any_more() {
        var day = LocalDate.of(2026, 3, 2);
        assertThat(CALENDAR.isOpen(at(day, "08:30"))).isTrue();
        assertThat(CALENDAR.isOpen(at(day, "12:00"))).isFalse();
        assertThat(CALENDAR.nextOpen(at(day, "12:00"))).isEqualTo(at(day, "14:30"));
        assertThat(CALENDAR.nextOpen(at(day, "18:00"))).isEqualTo(at(day.plusDays(1), "08:30"));
        assertThat(CALENDAR.nextOpen(at(day, "10:00"))).isEqualTo(at(day, "10:00"));
        assertThat(CALENDAR.plus(at(day, "11:00"), Duration.ofHours(1))).isEqualTo(at(day, "12:00"));
    }

    @Test
    void hours_and_weeks_that_are_none_are_refused() {
        for (var wrong :
                List.of("", "8:30-12:00", "12:00-08:30", "08:30-12:00 11:00-18:00", "08:30", "08:30-12:00-13:00")) {
            assertThatThrownBy(() -> WorkingHours.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new WorkingCalendar(1, ZONE, Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALENDAR.plus(Instant.EPOCH, Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(OFFICE).hasToString("08:30-12:00 14:30-18:00");
        assertThat(OFFICE.length()).isEqualTo(Duration.ofHours(7));
    }

    private Instant someMoment() {
        var day = LocalDate.parse(AROUND.get(chance.nextInt(AROUND.size()))).plusDays(chance.nextInt(25));
        return day.atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(chance.nextInt(24 * 60)));
    }

    /** Minutes of work are counted one by one; a deadline falls where the last of them ends. */
    private static Instant minuteByMinute(Instant start, Duration allowed) {
        var clock = LocalDateTime.ofInstant(start, ZONE);
        var left = allowed.toMinutes();
        while (left > 0) {
            var minute = clock.getHour() * 60 + clock.getMinute();
            var worked = WORKED.contains(clock.toLocalDate())
                    && ((minute >= 510 && minute < 720) || (minute >= 870 && minute < 1080));
            left -= worked ? 1 : 0;
            clock = clock.plusMinutes(1);
        }
        return clock.atZone(ZONE).toInstant();
    }

    /** The notices of 2024-11-12 and 2025-11-04 once more, as sentences rather than as data. */
    private static boolean isWorkedByTheNotice(LocalDate day) {
        var date = day.toString();
        if (List.of(
                        "2025-01-26",
                        "2025-02-08",
                        "2025-04-27",
                        "2025-09-28",
                        "2025-10-11",
                        "2026-01-04",
                        "2026-02-14",
                        "2026-02-28",
                        "2026-05-09",
                        "2026-09-20",
                        "2026-10-10")
                .contains(date)) {
            return true;
        }
        var spans = List.of(
                "2025-01-01 2025-01-01",
                "2025-01-28 2025-02-04",
                "2025-04-04 2025-04-06",
                "2025-05-01 2025-05-05",
                "2025-05-31 2025-06-02",
                "2025-10-01 2025-10-08",
                "2026-01-01 2026-01-03",
                "2026-02-15 2026-02-23",
                "2026-04-04 2026-04-06",
                "2026-05-01 2026-05-05",
                "2026-06-19 2026-06-21",
                "2026-09-25 2026-09-27",
                "2026-10-01 2026-10-07");
        return day.getDayOfWeek().getValue() < 6
                && spans.stream()
                        .map(span -> span.split(" "))
                        .noneMatch(span -> date.compareTo(span[0]) >= 0 && date.compareTo(span[1]) <= 0);
    }

    private static Instant at(LocalDate day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(ZONE).toInstant();
    }

    private static Map<DayOfWeek, WorkingHours> week() {
        var week = new EnumMap<DayOfWeek, WorkingHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() < 6) {
                week.put(day, OFFICE);
            }
        }
        return week;
    }

    private static Map<LocalDate, SpecialDay> decreed() {
        var decreed = new HashMap<LocalDate, SpecialDay>();
        LocalDate.of(2024, 12, 1).datesUntil(LocalDate.of(2028, 3, 1)).forEach(day -> {
            var byWeek = day.getDayOfWeek().getValue() < 6;
            if (isWorkedByTheNotice(day) != byWeek) {
                decreed.put(day, new SpecialDay(day, byWeek ? null : OFFICE, "decreed", "notice", false));
            }
        });
        return decreed;
    }
}
