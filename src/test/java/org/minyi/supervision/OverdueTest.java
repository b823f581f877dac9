package org.minyi.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.TestDatabase;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.CalendarFile;
import org.minyi.calendar.Calendars;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a unit is reminded of before a step is due, and how a late one moves up the line. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
@TestPropertySource(properties = "minyi.supervision.watch=false")
class OverdueTest {

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Overdue overdue;

    @Autowired
    Digests digests;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Calendars calendars;

    @Autowired
    Notices notices;

    @Autowired
    SupervisionStory story;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    private PlayedOrder order;

    /** Nothing of an earlier test is late or told of. */
    @BeforeEach
    void a_matter_to_be_put_right() {
        SmallCity.standsIn(organisation, units);
        for (var unit : units.all()) {
            organisation.mail(unit.code(), unit.code() + "@police.lanhe.example");
        }
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(old -> runtime.deleteProcessInstanceIfExists(old.getId(), "over", false, false, false, false));
        TestDatabase.asOwner(database, "truncate minyi.digest cascade");
        clock.set("2026-03-02T10:00");
        order = new PlayedOrder(minyi).toPutRight("SERIOUS", "60");
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
    }

    @Test
    void a_late_step_moves_up_the_whole_line_and_stays_with_the_unit_until_it_is_done() {
        assertThat(dueOf("rectify")).isEqualTo(at("2026-03-09T18:00"));
        clock.set("2026-03-09T17:59");
        tell();
        assertThat(order.all("urgeUnit")).isEmpty();

        clock.set("2026-03-09T18:00");
        tell();

        assertThat(urged()).isEqualTo("liaison1");
        assertThat(notices.of(order.matter))
                .extracting(Notice::reason, notice -> notice.unit())
                .containsExactly(tuple("LATE", SmallCity.NORTH_POST));
        order.act("liaison1", "urgeUnit", "urgeWords", "the deputy goes there today");
        assertThat(story.about(order.matter)).singleElement().satisfies(step -> {
            assertThat(step.by()).isEqualTo("liaison1");
            assertThat(step.outcome()).isEqualTo("Rectify");
        });

        clock.set("2026-03-10T18:00");
        order.run("event_levelTimeOver");
        assertThat(urged()).isEqualTo("leader1");
        clock.set("2026-03-11T18:00");
        order.run("event_urgeIgnored");
        assertThat(urged()).isEqualTo("reviewer1");
        clock.set("2026-03-12T18:00");
        order.run("event_urgeIgnored");
        assertThat(urged()).isEqualTo("director1");
        clock.set("2026-03-13T18:00");
        order.run("event_urgeIgnored");
        assertThat(urged()).as("the director is asked again").isEqualTo("director1");
        tell();
        assertThat(order.all("urgeUnit")).as("one climb for one step").hasSize(1);
        assertThat(order.open()).contains("rectify");

        order.act("officer1", "rectify", "rectifyWords", "went there and apologised");

        assertThat(order.open()).containsExactly("reviewRectification");
        assertThat(notices.of(order.matter)).as("one letter for one step").hasSize(1);
    }

    @Test
    void a_level_that_urged_has_its_time_also_where_that_moved() {
        clock.set("2026-03-09T18:00");
        tell();
        deadlines.pause(level().id(), "TEST", at("2026-03-10T18:00"), "reviewer1");
        assertThat(level().due()).isEqualTo(at("2026-03-11T18:00"));

        order.act("liaison1", "urgeUnit", "urgeWords", "the deputy goes there today");
        assertThat(order.job("event_levelTimeOver").getDuedate())
                .as("moved before it was urged")
                .isEqualTo(at("2026-03-11T18:00"));
        assertThat(deadlines.workedOnAt(SmallCity.NORTH))
                .as("nobody works on it")
                .isEmpty();

        clock.set("2026-03-10T18:00");
        deadlines.pause(level().id(), "TEST", at("2026-03-11T18:00"), "reviewer1");
        assertThat(order.job("event_levelTimeOver").getDuedate())
                .as("moved while it is waited for")
                .isEqualTo(at("2026-03-12T18:00"));

        clock.set("2026-03-12T18:00");
        order.run("event_levelTimeOver");
        assertThat(urged()).isEqualTo("leader1");
        assertThat(level().desk()).as("the first level's clock is over").isNotNull();
        order.act("leader1", "urgeUnit", "urgeWords", "today");
        order.act("officer1", "rectify", "rectifyWords", "went there and apologised");
        assertThat(deadlines.runningIn(order.matter))
                .extracting(deadline -> deadline.turn().name())
                .containsExactly("work-order.reviewRectification");
    }

    /** The time of the one level that was told. */
    private Deadline level() {
        return deadlines.runningIn(order.matter).stream()
                .filter(deadline -> deadline.turn().name().equals("overdue.urgeUnit"))
                .reduce((one, other) -> {
                    throw new AssertionError("two levels: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void more_time_ends_the_climb_and_what_is_late_again_climbs_anew() {
        clock.set("2026-03-10T09:00");
        tell();
        assertThat(urged()).isEqualTo("liaison1");

        deadlines.extend(
                deadlines.ofTask(order.waiting("rectify").getId()).orElseThrow().id(),
                new Allowance("P3D", Counted.WORKING),
                "reviewer1");

        assertThat(order.all("urgeUnit")).isEmpty();
        clock.set("2026-03-12T18:00");
        tell();
        assertThat(urged()).isEqualTo("liaison1");
    }

    @Test
    void a_step_that_was_sent_back_is_reminded_of_and_climbs_like_any_other() {
        clock.set("2026-03-05T10:00");
        order.act("officer1", "rectify", "rectifyWords", "went there");
        clock.set("2026-03-06T10:00");
        order.act("leader1", "reviewRectification", "reviewDecision", "SENT_BACK", "reviewWords", "not enough");

        assertThat(dueOf("rectify"))
                .as("one working day it was with the leader")
                .isEqualTo(at("2026-03-10T18:00"));
        clock.set("2026-03-10T09:00");
        assertThat(remindedOf(SmallCity.NORTH_POST)).containsExactly("Rectify LAST_DAY");
        clock.set("2026-03-10T18:00");
        tell();
        assertThat(urged()).isEqualTo("liaison1");
    }

    @Test
    void no_second_clock_runs_for_a_step() {
        order.act("officer1", "rectify", "rectifyWords", "went there");
        order.act("leader1", "reviewRectification", "reviewDecision", "SENT_BACK", "reviewWords", "not enough");
        tasks.claim(order.waiting("rectify").getId(), "officer1b");
        tasks.setAssignee(order.waiting("rectify").getId(), null);

        assertThat(deadlines.runningIn(order.matter))
                .extracting(deadline -> deadline.turn().name())
                .containsExactly("work-order.rectify");
        assertThat(order.instances().stream().flatMap(instance -> order.jobs("event_rectificationDue").stream()))
                .as("timers of the engine beside it")
                .isEmpty();
    }

    @Test
    void what_the_centre_is_late_with_goes_to_the_director_without_a_letter() {
        var unfounded = new PlayedOrder(minyi).signed("ORDINARY");
        unfounded.act("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "so it was");
        unfounded.act("leader1", "proposeResponsibility", "verdict", "FOUNDED", "score", "60");
        clock.set("2026-03-04T09:00");
        tell();

        assertThat(unfounded.offered(unfounded.waiting("urgeUnit"), "director1"))
                .isTrue();
        assertThat(notices.of(unfounded.matter)).isEmpty();
    }

    @Test
    void a_letter_that_nobody_confirms_climbs_too_and_no_letter_is_written_about_it() {
        clock.set("2026-03-09T18:00");
        tell();
        jobs.createJobQuery().activityId("startEvent_noticeIssued").list().forEach(job -> jobs.executeJob(job.getId()));
        assertThat(order.open()).contains("confirmReceipt");

        clock.set("2026-03-11T09:00");
        tell();

        assertThat(order.all("urgeUnit")).as("of the step, and of the letter").hasSize(2);
        assertThat(notices.of(order.matter)).hasSize(1);
    }

    @Test
    void a_desk_at_which_nobody_works_is_passed_by() {
        organisation.leave("liaison1");
        try {
            clock.set("2026-03-10T09:00");
            tell();
            assertThat(urged()).isEqualTo("leader1");
        } finally {
            organisation.enlist(SmallCity.members().stream()
                    .filter(member -> member.userId().equals("liaison1"))
                    .toList());
        }
    }

    @Test
    void a_unit_is_reminded_once_a_day_in_its_working_hours_with_a_copy_to_the_level_above() {
        var other = new PlayedOrder(minyi).signed("ORDINARY");
        clock.set("2026-03-06T08:00");
        assertThat(digests.remind()).as("before the office opens").isZero();
        clock.set("2026-03-07T10:00");
        assertThat(digests.remind()).as("on a Saturday").isZero();

        clock.set("2026-03-09T08:31");
        digests.remind();
        digests.remind();
        clock.set("2026-03-09T17:00");
        digests.remind();

        var mails = mails();
        assertThat(mails)
                .extracting(mail -> mail.get("to") + " > " + mail.get("copy"))
                .containsOnlyOnce("990101010000@police.lanhe.example > 990101000000@police.lanhe.example")
                .containsOnlyOnce("990101000000@police.lanhe.example > 990100000000@police.lanhe.example");
        assertThat(mails)
                .filteredOn(mail -> mail.get("to").equals("990101010000@police.lanhe.example"))
                .singleElement()
                .satisfies(mail -> assertThat((String) mail.get("text"))
                        .contains(
                                "【当日到期】 " + order.number,
                                "last day  " + order.number + "  Rectify, due 2026-03-09 18:00")
                        .doesNotContain("Li Hua", order.phone, order.person.toString()));
        assertThat(remindedOf(SmallCity.NORTH)).contains("Verify facts OVERDUE");
        assertThat(other.open()).contains("verifyFacts");

        clock.set("2026-03-10T08:31");
        assertThat(digests.remind()).as("the next day once more").isPositive();
    }

    @Test
    void a_unit_with_hours_of_its_own_is_reminded_in_them() throws Exception {
        calendars.change(
                CalendarFile.read(
                        new StringReader(
                                """
                                first,last,work,name,source,unit
                                2033-03-05,,20:00-22:00,Night market,the sub-bureau,990101010000
                                """)),
                "owner1",
                "a night market");
        clock.set("2033-03-03T10:00");
        var graver = new PlayedOrder(minyi).toPutRight("GRAVE", "60");
        clock.set("2033-03-05T10:00");
        assertThat(digests.remind()).as("a Saturday for everybody else").isZero();
        clock.set("2033-03-05T20:30");

        assertThat(digests.remind()).isOne();
        assertThat(remindedOf(SmallCity.NORTH_POST)).containsExactly("Rectify OVERDUE", "Rectify SOON");
        assertThat(graver.open()).contains("rectify");
    }

    private void tell() {
        var told = 1;
        while (told > 0) {
            told = overdue.tell(10);
        }
        jobs.createJobQuery().activityId("startEvent_stepOverdue").list().forEach(job -> jobs.executeJob(job.getId()));
    }

    /** Whose desk the late step lies on now. */
    private String urged() {
        Task task = order.waiting("urgeUnit");
        return List.of("liaison1", "leader1", "reviewer1", "director1", "inspector1").stream()
                .filter(user -> order.offered(task, user))
                .findFirst()
                .orElseThrow();
    }

    private List<String> remindedOf(UnitCode unit) {
        digests.remind();
        return db.sql(
                        """
                        select d.task_name || ' ' || l.level from digest_line l join deadline d on d.id = l.deadline_id
                         where l.unit_code = :unit and l.day = :day order by l.due_at
                        """)
                .param("unit", unit.value())
                .param("day", clock.instant().atZone(clock.getZone()).toLocalDate())
                .query(String.class)
                .list();
    }

    private List<Map<String, Object>> mails() {
        return db.sql(
                        """
                        select array_to_string(m.recipients, ',') as "to", array_to_string(m.copies, ',') as copy, m.body as text
                          from mail m join digest d on d.mail_id = m.id where d.day = date '2026-03-09'
                        """)
                .query()
                .listOfRows();
    }

    private Instant dueOf(String step) {
        return order.waiting(step).getDueDate().toInstant();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
