package org.minyi.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.TestDatabase;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.AtDesk;
import org.minyi.calendar.Change;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.Outages;
import org.minyi.calendar.TimeLimit;
import org.minyi.calendar.Turn;
import org.minyi.channel.sms.Dispatcher;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsThread;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Three days switched off: units get their time back, and whoever answered in time is heard before any timer fires. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
@TestPropertySource(properties = "minyi.sms.sending-hours=08:00-21:00")
class OutageTest {

    private static final Duration QUIET = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Outages outages;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Replies replies;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    Questions questions;

    @Autowired
    SmsThread thread;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ManagementService jobs;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    DataSource database;

    private final List<String> begun = new ArrayList<>();

    @BeforeEach
    void at_work_on_a_monday() {
        SmallCity.standsIn(organisation, units);
        TestDatabase.asOwner(database, "truncate minyi.heartbeat, minyi.outage");
        clock.set("2026-03-02T10:00");
        outages.beat();
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
    }

    @Test
    void a_short_stop_is_no_outage() {
        clock.move(Duration.ofMinutes(14));

        assertThat(outages.beat()).isEmpty();
    }

    @Test
    void the_very_first_start_is_no_outage() {
        TestDatabase.asOwner(database, "truncate minyi.heartbeat");

        assertThat(outages.beat()).isEmpty();
    }

    @Test
    void clocks_of_units_are_given_the_time_back_once_and_nothing_is_late_before() {
        var order = new PlayedOrder(minyi).toPutRight("SERIOUS", "60");
        order.run("startEvent_verdictConfirmed");
        var rectify = deadlines.ofTask(order.waiting("rectify").getId()).orElseThrow();
        var agreed = deadlines.agree(
                new Turn(order.matter, "duty.doDuty", 1, SmallCity.NORTH, "a duty"),
                at("2026-03-06T18:00"),
                rectify.rule());
        assertThat(rectify.due()).isEqualTo(at("2026-03-09T18:00"));
        outages.beat();

        // Monday 10:00 to Tuesday of the next week 9:00: 41 hours of working time, an hour less than six days.
        clock.set("2026-03-10T09:00");
        var outage = outages.beat().orElseThrow();
        assertThat(outages.beat()).as("another node notices the same").contains(outage);
        assertThat(deadlines.takeOverdue(1000))
                .as("nothing is late before it is credited")
                .isEmpty();
        outages.credit(outage);
        outages.credit(outages.open().orElseThrow());

        assertThat(deadlines.find(rectify.id()).orElseThrow().due()).isEqualTo(at("2026-03-17T17:00"));
        assertThat(order.waiting("rectify").getDueDate()).isEqualTo(at("2026-03-17T17:00"));
        assertThat(order.job("event_windowOver").getDuedate())
                .as("the window to object is a clock too")
                .isEqualTo(at("2026-03-17T17:00"));
        assertThat(deadlines.find(agreed.id()).orElseThrow().due())
                .as("a day that was agreed on stays")
                .isEqualTo(at("2026-03-06T18:00"));
        assertThat(deadlines.changes(rectify.id()))
                .extracting(Change::what)
                .containsExactly(Change.Pause.of(Outages.OUTAGE, at("2026-03-02T10:00"), at("2026-03-10T09:00")));
        assertThat(deadlines.takeOverdue(1000)).extracting(Deadline::id).doesNotContain(rectify.id());
    }

    @Test
    void an_outage_that_another_one_followed_before_it_was_dealt_with_is_not_forgotten() {
        var order = new PlayedOrder(minyi).toPutRight("SERIOUS", "60");
        var rectify = deadlines.ofTask(order.waiting("rectify").getId()).orElseThrow();
        outages.beat();
        clock.set("2026-03-02T16:00");
        var first = outages.beat().orElseThrow();
        clock.set("2026-03-03T16:00");
        assertThat(outages.beat()).as("killed meanwhile").contains(first);

        while (outages.open().isPresent()) {
            assertThat(deadlines.takeOverdue(1000)).isEmpty();
            var next = outages.open().orElseThrow();
            outages.credit(next);
            outages.over(next);
        }

        assertThat(deadlines.changes(rectify.id()))
                .extracting(Change::what)
                .containsExactly(
                        Change.Pause.of(Outages.OUTAGE, at("2026-03-02T10:00"), at("2026-03-02T16:00")),
                        Change.Pause.of(Outages.OUTAGE, at("2026-03-02T16:00"), at("2026-03-03T16:00")));
        clock.set("2026-05-04T10:00");
        TestDatabase.asOwner(database, "truncate minyi.heartbeat");
        assertThat(deadlines.takeOverdue(1000)).extracting(Deadline::id).contains(rectify.id());
    }

    @Test
    void an_outage_while_minyi_itself_runs_is_noticed_with_the_next_sign_of_life_and_holds_everything_up() {
        var order = new PlayedOrder(minyi).toPutRight("SERIOUS", "60");
        var rectify = deadlines.ofTask(order.waiting("rectify").getId()).orElseThrow();
        var held = deadlines.begin(
                Turn.of(UUID.randomUUID(), "survey-wave.releaseWave", 1, SmallCity.CENTRE),
                new TimeLimit(new Allowance("PT4H", Counted.CLOCK), 60, rectify.rule()),
                new AtDesk(UUID.randomUUID().toString(), "Release wave", null));
        var watch = watch();
        watch.beat();
        assertThat(outages.isAtWork()).isTrue();

        // The machine stands still for three days, and goes on.
        clock.set("2026-03-05T10:00");
        assertThat(outages.isAtWork()).as("nobody has noticed yet").isFalse();
        assertThat(deadlines.takeOverdue(1000)).isEmpty();
        outages.beat();
        assertThat(outages.isAtWork()).isFalse();
        watch.beat();
        clock.move(QUIET);
        watch.beat();

        assertThat(outages.isAtWork()).isTrue();
        assertThat(begun).as("the job executor was never stopped").containsExactly("jobs");
        assertThat(deadlines.find(rectify.id()).orElseThrow().due()).isEqualTo(at("2026-03-12T18:00"));
        assertThat(deadlines.find(held.id()).orElseThrow().due())
                .as("what people do by the clock")
                .isBetween(at("2026-03-05T14:00"), at("2026-03-05T14:01"));
    }

    @Test
    void a_clock_that_stood_still_anyway_is_given_back_only_the_rest() {
        var order = new PlayedOrder(minyi).toPutRight("SERIOUS", "60");
        var rectify = deadlines.ofTask(order.waiting("rectify").getId()).orElseThrow();
        deadlines.pause(rectify.id(), "EXPERT_OPINION", at("2026-03-03T18:00"), "leader1");
        assertThat(deadlines.find(rectify.id()).orElseThrow().due()).isEqualTo(at("2026-03-11T16:30"));

        clock.set("2026-03-04T18:00");
        outages.credit(outages.beat().orElseThrow());

        assertThat(deadlines.find(rectify.id()).orElseThrow().due())
                .as("Wednesday alone: the days before it stood still already")
                .isEqualTo(at("2026-03-12T16:30"));
    }

    @Test
    void replies_come_first_and_nobody_is_timed_out_who_answered_in_time_and_nothing_is_sent_at_night() {
        var orders = IntStream.range(0, 6)
                .mapToObj(number ->
                        new PlayedOrder(minyi).toPutRight("ORDINARY", "60").putRight())
                .toList();
        outages.beat();

        // Three days and a night later; every window of three days is over.
        clock.set("2026-03-06T02:00");
        assertThat(outages.beat()).isPresent();
        var watch = watch();
        watch.beat();
        // The operator hands in what it held, bit by bit.
        orders.subList(0, 2).forEach(order -> handIn(order, "1"));
        watch.beat();
        clock.move(Duration.ofSeconds(20));
        handIn(orders.get(2), "3 nothing was done");
        watch.beat();
        clock.move(Duration.ofSeconds(20));
        watch.beat();
        assertThat(begun).as("the operator may still have something").isEmpty();
        clock.move(QUIET);
        watch.beat();

        assertThat(begun).containsExactly("jobs");
        assertThat(outages.open()).isEmpty();
        fireDueTimers(orders);
        assertThat(states(orders))
                .containsExactly(Map.entry("CLOSED", 2L), Map.entry("RECTIFYING", 1L), Map.entry("phoned", 3L));
        assertThat(dispatcher.runOnce()).as("no SMS at night").isZero();
        clock.set("2026-03-06T08:00");
        assertThat(orders)
                .allSatisfy(order -> assertThat(thread.ofLine(order.line)).isNotEmpty());
    }

    @Test
    void timers_do_not_wait_for_ever() {
        var order = new PlayedOrder(minyi).toPutRight("ORDINARY", "60").putRight();
        clock.set("2026-03-06T02:00");
        outages.beat();
        var watch = watch();
        watch.beat();
        for (var minute = 0; minute < 6; minute++) {
            clock.move(Duration.ofSeconds(61));
            inbox.replies(List.of(
                    new IncomingSms(UUID.randomUUID().toString(), order.phone, "", "spam " + minute, clock.instant())));
            watch.beat();
        }

        assertThat(begun).containsExactly("jobs");
    }

    private OutageWatch watch() {
        return new OutageWatch(outages, replies, () -> begun.add("jobs"), clock, QUIET, Duration.ofMinutes(5));
    }

    /** As the operator has it: received while nobody was at work. */
    private void handIn(PlayedOrder order, String text) {
        var question = questions
                .about(
                        Subject.WORK_ORDER,
                        order.order().id().value(),
                        order.order().round() + 1)
                .orElseThrow();
        inbox.replies(List.of(new IncomingSms(
                UUID.randomUUID().toString(),
                order.phone,
                String.valueOf(question.code()),
                text,
                at("2026-03-04T12:00"))));
    }

    private void fireDueTimers(List<PlayedOrder> orders) {
        for (var order : orders) {
            order.jobs("event_replyWindowOver").forEach(order::runJob);
            order.jobs("serviceTask_hearAnswer").forEach(order::runJob);
        }
    }

    private Map<String, Long> states(List<PlayedOrder> orders) {
        return orders.stream()
                .map(order -> order.open().contains("makeCall")
                        ? "phoned"
                        : order.order().state().name())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
