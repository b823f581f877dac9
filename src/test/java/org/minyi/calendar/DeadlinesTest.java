package org.minyi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deadline is computed once; what moves it has a name, and nothing else does. */
@MinyiTest
@Import({MovableClock.InPlaceOfTheClock.class, DeadlinesTest.Told.class})
class DeadlinesTest {

    private static final Rule RULE = new Rule("put right within three working days", "time-limit", 1);
    private static final TimeLimit THREE_DAYS = limit("P3D", Counted.WORKING);
    private static final TimeLimit FOUR_HOURS = limit("PT4H", Counted.WORKING);
    private static final String RECTIFY = "work-order.rectify";

    @Autowired
    Deadlines deadlines;

    @Autowired
    Calendars calendars;

    @Autowired
    Recount recount;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    Told told;

    private final UUID matter = UUID.randomUUID();
    private final Turn turn = Turn.of(matter, RECTIFY, 1, SmallCity.NORTH_POST);
    private final String task = UUID.randomUUID().toString();

    /** What moved, as the desk hears it. */
    @TestConfiguration
    static class Told {

        final List<Deadline> moved = new ArrayList<>();

        @EventListener
        void on(DeadlinesMoved event) {
            moved.addAll(event.deadlines());
        }
    }

    @BeforeEach
    void a_monday_morning() {
        SmallCity.standsIn(organisation, units);
        clock.set("2026-03-02T10:00");
        told.moved.clear();
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
    }

    @Test
    void a_deadline_is_counted_by_the_calendar_and_says_by_which_rule_and_version() {
        var deadline = deadlines.begin(turn, THREE_DAYS, desk(task));

        assertThat(deadline.due()).isEqualTo(at("2026-03-05T18:00"));
        assertThat(deadline.rule()).isEqualTo(RULE);
        assertThat(deadline.calendar()).isEqualTo(calendars.newest());
        assertThat(deadlines.ofTask(task)).contains(deadline);
        assertThat(deadlines.of(turn)).contains(deadline);
        assertThat(deadlines.runningIn(matter)).containsExactly(deadline);
    }

    @Test
    void hours_days_of_the_common_calendar_and_every_hour_are_told_apart() {
        assertThat(due(FOUR_HOURS)).isBetween(at("2026-03-02T16:30"), at("2026-03-02T16:31"));
        assertThat(due(limit("P5D", Counted.CALENDAR)))
                .as("the fifth day is a Saturday")
                .isEqualTo(at("2026-03-09T18:00"));
        assertThat(due(limit("PT4H", Counted.CLOCK))).isBetween(at("2026-03-02T14:00"), at("2026-03-02T14:01"));
        assertThat(due(limit("P2D", Counted.CLOCK))).isBetween(at("2026-03-04T10:00"), at("2026-03-04T10:01"));
    }

    @Test
    void asking_again_in_the_same_turn_does_not_restart_the_clock_even_under_another_rule() {
        var first = deadlines.fix(turn, THREE_DAYS);
        clock.move(Duration.ofDays(1));

        assertThat(deadlines.fix(turn, FOUR_HOURS)).isEqualTo(first);
        assertThat(deadlines.begin(turn, FOUR_HOURS, desk(task)).due()).isEqualTo(first.due());
        assertThat(deadlines.begin(turn, FOUR_HOURS, desk("another task")).due())
                .isEqualTo(first.due());
    }

    @Test
    void another_round_step_unit_part_attempt_and_matter_each_have_their_own() {
        deadlines.fix(turn, THREE_DAYS);
        clock.move(Duration.ofDays(1));

        for (var other : List.of(
                Turn.of(matter, RECTIFY, 2, SmallCity.NORTH_POST),
                Turn.of(matter, "work-order.signOrder", 1, SmallCity.NORTH_POST),
                Turn.of(matter, RECTIFY, 1, SmallCity.SOUTH_POST),
                Turn.of(matter, RECTIFY, 1, null),
                new Turn(matter, RECTIFY, 1, SmallCity.NORTH_POST, "duty 2"),
                turn.attempt(1),
                Turn.of(UUID.randomUUID(), RECTIFY, 1, SmallCity.NORTH_POST))) {
            assertThat(deadlines.fix(other, THREE_DAYS).due()).as("%s", other).isEqualTo(at("2026-03-06T18:00"));
        }
    }

    @Test
    void a_step_that_comes_back_has_what_was_left_of_its_time_and_its_time_elsewhere_is_a_pause() {
        deadlines.begin(turn, THREE_DAYS, desk(task));
        clock.set("2026-03-04T15:00");
        deadlines.end(task);
        assertThat(deadlines.runningIn(matter)).isEmpty();
        assertThat(deadlines.ofTask(task)).isEmpty();

        clock.set("2026-03-06T11:00");
        var back = deadlines.begin(turn, FOUR_HOURS, desk("the task that came back"));

        // From Wednesday 15:00 to Friday 11:00 twelve and a half hours of work: 3 + 7 + 2.5.
        assertThat(back.due()).isEqualTo(at("2026-03-09T16:30"));
        assertThat(deadlines.changes(back.id())).singleElement().satisfies(change -> {
            assertThat(change.what()).isInstanceOfSatisfying(Change.Pause.class, pause -> assertThat(pause.reason())
                    .isEqualTo(Deadlines.AWAY));
            assertThat(change.dueBefore()).isEqualTo(at("2026-03-05T18:00"));
            assertThat(change.dueAfter()).isEqualTo(back.due());
        });
    }

    @Test
    void whoever_hands_in_during_a_pause_gets_the_same_days_once() {
        var deadline = deadlines.begin(turn, THREE_DAYS, desk(task));
        var paused = deadlines.pause(deadline.id(), "EVIDENCE", at("2026-03-06T11:00"), "leader1");
        assertThat(paused.due()).isEqualTo(at("2026-03-12T09:30"));
        clock.set("2026-03-04T10:00");
        deadlines.end(task);

        clock.set("2026-03-05T10:00");
        assertThat(deadlines.begin(turn, THREE_DAYS, desk("back in the pause")).due())
                .as("the pause covers all of it")
                .isEqualTo(paused.due());
        deadlines.end("back in the pause");

        clock.set("2026-03-09T10:00");
        assertThat(deadlines.begin(turn, THREE_DAYS, desk("back after it")).due())
                .as("the rest of Friday and an hour and a half of Monday")
                .isEqualTo(at("2026-03-12T18:00"));
    }

    @Test
    void what_stands_still_is_not_late() {
        var deadline = deadlines.begin(turn, THREE_DAYS, desk(task));
        clock.set("2026-03-05T18:01");
        deadlines.pause(deadline.id(), "EVIDENCE", at("2026-03-10T18:00"), "leader1");
        clock.set("2026-03-10T17:59");
        assertThat(deadlines.find(deadline.id()).orElseThrow().due()).isBefore(at("2026-03-11T00:00"));
        db.sql("update deadline set due_at = :then where id = :id")
                .param("then", java.sql.Timestamp.from(at("2026-03-09T09:00")))
                .param("id", deadline.id())
                .update();

        assertThat(overdue()).isEmpty();
        clock.set("2026-03-10T18:00");
        assertThat(overdue()).containsExactly(matter);
    }

    @Test
    void whoever_hands_in_late_is_as_late_when_it_comes_back_and_that_is_noticed_once_more() {
        deadlines.begin(turn, FOUR_HOURS, desk(task));
        clock.set("2026-03-03T09:30");
        assertThat(overdue()).containsExactly(matter);
        assertThat(overdue()).as("told once").isEmpty();
        deadlines.end(task);

        clock.set("2026-03-10T09:30");
        var back = deadlines.begin(turn, FOUR_HOURS, desk("back"));

        var late = calendars.of(SmallCity.NORTH_POST).between(back.due(), clock.instant());
        // Monday 16:30 to Tuesday 9:30.
        assertThat(late).isCloseTo(Duration.ofMinutes(150), Duration.ofMinutes(1));
        assertThat(overdue()).containsExactly(matter);
    }

    @Test
    void a_pause_has_a_reason_and_an_end_and_moves_the_deadline_by_its_working_time() {
        var deadline = deadlines.begin(turn, THREE_DAYS, desk(task));

        var paused = deadlines.pause(deadline.id(), "EVIDENCE", at("2026-03-10T10:00"), "leader1");

        // From Monday 10:00 to the next Tuesday 10:00: six working days of seven hours.
        assertThat(paused.due()).isEqualTo(at("2026-03-13T18:00"));
        assertThat(told.moved).containsExactly(paused);
        assertThat(facts("PAUSE")).isOne();
        assertThatThrownBy(() -> deadlines.pause(deadline.id(), "EVIDENCE", at("2026-03-11T10:00"), "leader1"))
                .isInstanceOf(NotPausable.class)
                .hasMessageContaining("stands still already");

        clock.set("2026-03-04T10:00");
        var resumed = deadlines.resume(deadline.id(), "leader1");

        assertThat(resumed.due()).as("two days, not six").isEqualTo(at("2026-03-09T18:00"));
        assertThatThrownBy(() -> deadlines.resume(deadline.id(), "leader1")).isInstanceOf(NotPausable.class);
        assertThat(deadlines.changes(deadline.id())).hasSize(2).last().satisfies(change -> assertThat(
                        change.dueBefore())
                .isEqualTo(paused.due()));
    }

    @Test
    void what_cannot_be_paused_is_refused_in_words() {
        var deadline = deadlines.begin(turn, THREE_DAYS, desk(task));
        assertThatThrownBy(() -> deadlines.pause(deadline.id(), "X", clock.instant(), "leader1"))
                .isInstanceOf(NotPausable.class)
                .hasMessageContaining("later than now");
        deadlines.end(task);
        assertThatThrownBy(() -> deadlines.pause(deadline.id(), "X", at("2026-03-10T10:00"), "leader1"))
                .isInstanceOf(NotPausable.class)
                .hasMessageContaining("no clock");
        var agreed = deadlines.agree(
                new Turn(matter, "duty.doDuty", 1, SmallCity.NORTH, "1"),
                at("2026-03-20T12:00"),
                new Rule("agreed", "meeting", null));
        assertThat(agreed.due()).isEqualTo(at("2026-03-20T12:00"));
        assertThatThrownBy(() -> deadlines.pause(agreed.id(), "X", at("2026-03-10T10:00"), "leader1"))
                .isInstanceOf(NotPausable.class)
                .hasMessageContaining("agreed");
    }

    @Test
    void an_extension_is_added_to_when_it_was_due() {
        var deadline = deadlines.begin(turn, THREE_DAYS, desk(task));

        var extended = deadlines.extend(deadline.id(), new Allowance("P2D", Counted.WORKING), "reviewer1");

        assertThat(extended.due()).isEqualTo(at("2026-03-09T18:00"));
        assertThat(told.moved).containsExactly(extended);
        assertThat(facts("EXTENSION")).isOne();
    }

    @Test
    void another_calendar_moves_what_is_open_and_keeps_a_record_of_it() throws IOException {
        clock.set("2033-03-07T10:00");
        var open = deadlines.begin(turn, THREE_DAYS, desk(task));
        var paused = deadlines.begin(Turn.of(matter, RECTIFY, 2, SmallCity.NORTH_POST), THREE_DAYS, desk("paused"));
        deadlines.pause(paused.id(), "EVIDENCE", at("2033-03-08T10:00"), "leader1");
        var done = deadlines.begin(Turn.of(matter, RECTIFY, 3, SmallCity.NORTH_POST), THREE_DAYS, desk("done"));
        deadlines.end("done");
        var byTheClock = deadlines.fix(Turn.of(matter, "work-order.replyWindow", 1, null), limit("P3D", Counted.CLOCK));
        var elsewhere = deadlines.begin(Turn.of(matter, RECTIFY, 1, SmallCity.SOUTH_POST), THREE_DAYS, desk("south"));
        assertThat(open.due()).isEqualTo(at("2033-03-10T18:00"));

        var version = calendars.change(
                CalendarFile.read(
                        new StringReader(
                                """
                        first,last,work,name,source,unit
                        2033-03-09,2033-03-10,rest,Flood,the mayor,990101000000
                        """)),
                "owner1",
                "a flood in the north");
        assertThat(recount.left()).isPositive();
        var moved = recount.run();

        assertThat(moved).isEqualTo(2);
        assertThat(recount.left()).isZero();
        assertThat(deadlines.find(open.id()).orElseThrow().due()).isEqualTo(at("2033-03-14T18:00"));
        assertThat(deadlines.find(open.id()).orElseThrow().calendar()).isEqualTo(version);
        assertThat(deadlines.find(paused.id()).orElseThrow().due()).isEqualTo(at("2033-03-15T18:00"));
        assertThat(deadlines.find(elsewhere.id()).orElseThrow().due()).isEqualTo(elsewhere.due());
        assertThat(deadlines.find(elsewhere.id()).orElseThrow().calendar()).isEqualTo(version);
        assertThat(deadlines.find(byTheClock.id())).contains(byTheClock);
        assertThat(deadlines.find(done.id()).orElseThrow().due()).isEqualTo(done.due());
        assertThat(deadlines.changes(open.id())).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(new Change.Recount(version));
            assertThat(change.dueBefore()).isEqualTo(open.due());
        });
        assertThat(told.moved).extracting(Deadline::id).contains(open.id(), paused.id());
        assertThat(recount.run()).isZero();
    }

    @Test
    void nobody_is_told_of_the_lateness_of_a_timer_or_of_what_is_done() {
        deadlines.fix(turn, FOUR_HOURS);
        deadlines.begin(Turn.of(matter, RECTIFY, 2, SmallCity.NORTH_POST), FOUR_HOURS, desk(task));
        deadlines.end(task);
        clock.set("2026-03-09T10:00");

        assertThat(overdue()).isEmpty();
    }

    private static AtDesk desk(String task) {
        return new AtDesk(task, "Rectify", "2026-000001");
    }

    private List<UUID> overdue() {
        return deadlines.takeOverdue(1000).stream()
                .map(deadline -> deadline.turn().matter())
                .filter(matter::equals)
                .toList();
    }

    private Instant due(TimeLimit limit) {
        return deadlines
                .fix(Turn.of(UUID.randomUUID(), RECTIFY, 1, null), limit)
                .due();
    }

    private long facts(String kind) {
        return db.sql(
                        """
                        select count(*) from audit.fact
                         where deed = 'DEADLINE_MOVED' and matter_id = :matter and told::json ->> 'kind' = :kind
                        """)
                .param("matter", matter)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    private static TimeLimit limit(String time, Counted counted) {
        return new TimeLimit(new Allowance(time, counted), 60, RULE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
