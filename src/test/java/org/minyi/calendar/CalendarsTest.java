package org.minyi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Minyi is delivered with, versions, units of their own, and files. */
@MinyiTest
class CalendarsTest {

    private static final String UNIT = "990101010000";
    private static final String ABOVE = "990101000000";

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient db;

    @Test
    void the_state_councils_arrangements_of_2025_and_2026_are_delivered_with_their_source() {
        var calendar = calendars.of(List.of(), 1);

        assertThat(LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2026, 1, 1)).filter(calendar::isWorkingDay))
                .as("365 days, 104 of weekends, 18 weekdays of rest, 5 made up")
                .hasSize(248);
        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(calendar::isWorkingDay))
                .hasSize(248);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(calendar.special().get(LocalDate.of(2025, 10, 11)).source()).contains("国办发明电〔2024〕12号");
        assertThat(calendars.years()).contains(2025, 2026).doesNotContain(2024);
    }

    @Test
    void a_single_day_that_somebody_put_in_does_not_make_a_year_arranged() throws IOException {
        calendars.change(
                read(
                        """
                        first,last,work,name,source,unit
                        2043-01-03,,rest,City games,the mayor,
                        """),
                "owner1",
                "the games");
        assertThat(calendars.years()).doesNotContain(2043);

        calendars.change(
                read(
                        """
                        first,last,work,name,source,unit
                        2043-01-01,,rest,New Year 元旦,a notice,
                        2043-10-01,2043-10-07,rest,National Day 国庆节,a notice,
                        """),
                "owner1",
                "the notice for 2043");
        assertThat(calendars.years()).contains(2043);
    }

    @Test
    void a_file_makes_a_version_and_the_one_before_stays_as_it_was() throws IOException {
        var before = calendars.everybodys();
        var version = calendars.change(
                read(
                        """
                        first,last,work,name,source,unit
                        2031-02-01,2031-02-07,rest,Spring Festival 春节,a notice,
                        2031-02-08,,work,Spring Festival 春节,a notice,
                        2031-02-09,,09:00-12:00,Stock-taking,the director,
                        """),
                "owner1",
                "the notice for 2031");

        var now = calendars.everybodys();
        assertThat(now.version()).isEqualTo(version).isEqualTo(before.version() + 1);
        assertThat(now.isWorkingDay(LocalDate.of(2031, 2, 3))).isFalse();
        assertThat(now.hours(LocalDate.of(2031, 2, 8))).hasToString("Optional[08:30-12:00 14:30-18:00]");
        assertThat(now.hours(LocalDate.of(2031, 2, 9))).hasToString("Optional[09:00-12:00]");
        assertThat(now.isWorkingDay(LocalDate.of(2026, 2, 16)))
                .as("what was decreed before stays")
                .isFalse();
        assertThat(calendars.of(List.of(), before.version())).isEqualTo(before);
        assertThat(calendars.of(List.of(), before.version()).isWorkingDay(LocalDate.of(2031, 2, 3)))
                .isTrue();
        assertThat(db.sql("select by_whom || ' ' || (told::json ->> 'days') from audit.fact"
                                + " where deed = 'CALENDAR_CHANGED' and told::json ->> 'version' = :version")
                        .param("version", String.valueOf(version))
                        .query(String.class)
                        .single())
                .isEqualTo("owner1 9");

        calendars.change(read("first,work,name,source\n2031-02-03,week,Revoked,a notice\n"), "owner1", "revoked");
        assertThat(calendars.everybodys().isWorkingDay(LocalDate.of(2031, 2, 3)))
                .isTrue();
    }

    @Test
    void what_a_unit_has_otherwise_counts_for_it_alone_and_before_what_stands_above() throws IOException {
        calendars.change(
                read(
                        """
                        first,last,work,name,source,unit
                        2032-03-01,2032-03-02,rest,Move,the sub-bureau,990101000000
                        2032-03-02,,10:00-16:00,Move,the station,990101010000
                        """),
                "owner1",
                "a move");

        var monday = LocalDate.of(2032, 3, 1);
        assertThat(calendars.everybodys().isWorkingDay(monday)).isTrue();
        assertThat(calendars.of(List.of(ABOVE)).isWorkingDay(monday)).isFalse();
        assertThat(calendars.of(List.of(UNIT, ABOVE)).isWorkingDay(monday)).isFalse();
        assertThat(calendars.of(List.of(UNIT, ABOVE)).hours(monday.plusDays(1))).hasToString("Optional[10:00-16:00]");
        assertThat(calendars.of(List.of(ABOVE)).isWorkingDay(monday.plusDays(1)))
                .isFalse();
    }

    @Test
    void everything_that_is_wrong_with_a_file_is_told_at_once_and_nothing_is_taken_over() {
        var before = calendars.everybodys().version();

        assertThatThrownBy(() -> calendars.change(
                        read(
                                """
                                first,last,work,name,source,unit
                                2031-13-01,,rest,x,y,
                                2031-01-05,2031-01-01,rest,x,y,
                                2031-01-06,,,x,y,
                                2031-01-07,,9-12,x,y,
                                2031-01-08,,rest,,y,
                                2031-01-09,2031-01-10,rest,x,y,
                                2031-01-10,,work,x,y,
                                """),
                        "owner1",
                        "a notice"))
                .isInstanceOfSatisfying(CalendarRefused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::sentence)
                        .containsExactly(
                                "Line 2: a day is written 2027-01-01, not 2031-13-01.",
                                "Line 3: 2031-01-05 to 2031-01-01 is no span of days.",
                                "Line 4: work is rest, work, week or hours like 09:00-12:00.",
                                "Line 5: hours are written like 08:30-12:00 14:30-18:00, not 9-12.",
                                "Line 6: name is missing, or longer than 200 letters.",
                                "Line 8: 2031-01-10 stands in line 7 already."));
        assertThatThrownBy(() -> read("day,work\n2031-01-01,rest\n"))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("first, name, source");
        assertThatThrownBy(() -> read("first,work,name,source\n"))
                .isInstanceOf(CalendarRefused.class)
                .hasMessage("There is no day in it.");
        assertThatThrownBy(() -> calendars.change(read("first,work,name,source\n2031-01-01,rest,x,y\n"), "owner1", " "))
                .isInstanceOf(CalendarRefused.class);
        assertThat(calendars.everybodys().version()).isEqualTo(before);
    }

    @Test
    void a_version_that_stands_is_changed_by_nobody() {
        for (var statement : List.of(
                "update calendar_day set hours = '00:00-23:59'",
                "delete from calendar_day",
                "update calendar_week set hours = '00:00-23:59'",
                "delete from calendar_version")) {
            assertThatThrownBy(() -> db.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private static List<CalendarChange> read(String file) throws IOException {
        return CalendarFile.read(new StringReader(file));
    }
}
