package org.minyi.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.channel.sms.DeliveryReport;
import org.minyi.channel.sms.Dispatcher;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.RecordingOperator;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.contact.ContactId;
import org.minyi.organisation.Level;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.question.Answer;
import org.minyi.question.Question;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waves over a real database, their process moved by hand. */
@MinyiTest
class WavesTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class Around {
        @Bean
        RecordingOperator operator() {
            return new RecordingOperator();
        }
    }

    private static final String CENTRE = "990100000000";

    @Autowired
    Waves waves;

    @Autowired
    Stops stops;

    @Autowired
    Releases releases;

    @Autowired
    PhoneQuestions phone;

    @Autowired
    Questions questions;

    @Autowired
    Replies replies;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    RecordingOperator operator;

    @Autowired
    Complaints complaints;

    @Autowired
    Citizens citizens;

    @Autowired
    Organisation organisation;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    HistoryService history;

    @Autowired
    SurveySettings settings;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource dataSource;

    private static int count = 0;
    private final List<String> numbers = new ArrayList<>();
    private LocalDate yesterday;

    @BeforeEach
    void anEmptyCity() {
        yesterday = LocalDate.now(clock).minusDays(1);
        TestDatabase.asOwner(
                dataSource,
                "truncate reply, question_text, asking, question, sms, sms_claim, exclusion, eligibility_ruling, survey_plan, phone_question, wave, contact");
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next test"));
        if (db.sql("select count(*) from unit").query(Integer.class).single() == 0) {
            organisation.found(List.of(new Unit(new UnitCode(CENTRE), "Centre", Level.CENTRE, null)));
        }
        operator.reset();
    }

    @Test
    void every_contact_has_a_question_or_an_exclusion_with_its_reason() {
        var asked = eligibilityAsked();
        asked(6);
        contact(null, "110-dispatch", CENTRE, at(9), false);
        contact("02012345678", "110-dispatch", CENTRE, at(9), false);
        contact(number(), "110-dispatch", "990199999999", at(9), false);
        contact(number(), "110-dispatch", CENTRE, at(9), true);

        var report = waves.report(started());

        assertThat(report.contacts()).isEqualTo(10);
        assertThat(report.asked()).isEqualTo(6);
        assertThat(report.excluded()).isEqualTo(4);
        assertThat(report.exclusions())
                .containsOnlyKeys(
                        "no phone was told", "a landline takes no SMS", "the unit told does not exist", "under age");
        assertThat(db.sql("select sum(contacts) from eligibility_ruling")
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        assertThat(db.sql("select count(*) from eligibility_ruling")
                        .query(Integer.class)
                        .single())
                .as("one evaluation per distinct input")
                .isEqualTo(5);
        assertThat(eligibilityAsked() - asked).as("and no more were made").isEqualTo(5);
    }

    @Test
    void of_several_contacts_on_one_phone_the_latest_is_asked() {
        asked(3);
        var phone = number();
        contact(phone, "110-dispatch", CENTRE, at(9), false);
        var latest = contact(phone, "exit-entry", CENTRE, at(15), false);
        contact(phone, "110-dispatch", CENTRE, at(11), false);

        var report = waves.report(started());

        assertThat(report.asked()).isEqualTo(4);
        assertThat(report.exclusions()).containsEntry(Planning.ANOTHER_IS_ASKED, 2);
        assertThat(questions.about(Subject.CONTACT, latest.value(), 1)).isPresent();
    }

    @Test
    void a_line_that_was_asked_lately_is_left_alone_whatever_the_business() {
        asked(3);
        started();
        db.sql("update contact set reference = reference || '-old'").update();
        var again = contact(numbers.get(0), "exit-entry", CENTRE, at(16), false);
        contact(number(), "exit-entry", CENTRE, at(16), false);
        contact(number(), "exit-entry", CENTRE, at(16), false);

        var second = waves.report(started());

        assertThat(second.exclusions()).containsOnlyKeys("asked lately about something else");
        assertThat(questions.about(Subject.CONTACT, again.value(), 1)).isEmpty();
    }

    @Test
    void a_line_is_left_alone_to_the_day_and_asked_again_the_day_after() {
        asked(2);
        started();
        var days = settings.fatigueDays();
        askedDaysAgo(numbers.get(0), days - 1);
        askedDaysAgo(numbers.get(1), days + 1);
        var tired = contact(numbers.get(0), "exit-entry", CENTRE, at(16), false);
        var rested = contact(numbers.get(1), "exit-entry", CENTRE, at(16), false);

        started();

        assertThat(questions.about(Subject.CONTACT, tired.value(), 1)).isEmpty();
        assertThat(questions.about(Subject.CONTACT, rested.value(), 1)).isPresent();
    }

    private void askedDaysAgo(String number, int days) {
        var batch = UUID.randomUUID();
        db.sql(
                        """
                        with once as (
                          insert into asking (batch_id, state, planned_at, asked_at, closes_at, closed_at)
                          values (:batch, 'CLOSED', :at, :at, :at, :at)
                        )
                        update question set batch_id = :batch where line_id = :line
                        """)
                .param("batch", batch)
                .param("at", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .param("line", citizens.lines(List.of(number)).get(number).value())
                .update();
    }

    @Test
    void a_contact_that_comes_late_is_taken_by_the_next_wave_and_nobody_is_taken_twice() {
        asked(5);
        started();
        var late = contact(number(), "exit-entry", CENTRE, at(9).minusSeconds(2 * 86_400), false);

        var next = waves.report(started());

        assertThat(next.contacts()).isEqualTo(1);
        assertThat(questions.about(Subject.CONTACT, late.value(), 1)).isPresent();
        assertThat(waves.find(started())).as("nothing is left to judge").isEmpty();
    }

    @Test
    void an_unusual_wave_sends_nothing_until_a_second_person_releases_it() {
        asked(20);
        run(started());
        db.sql("delete from sms").update();
        var wave = waves.start(yesterday, "reviewer1");
        contact(number(), "exit-entry", CENTRE, at(9), false);
        run(wave);

        assertThat(waves.report(wave).state()).isEqualTo(Wave.State.HELD);
        assertThat(dispatcher.runOnce()).isZero();

        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(wave.toString())
                .singleResult();
        tasks.setAssignee(task.getId(), "reviewer2");
        tasks.complete(task.getId(), java.util.Map.of("releaseVerdict", "RELEASE"));
        run(wave);

        assertThat(dispatcher.runOnce()).isEqualTo(1);
        assertThat(waves.find(wave).orElseThrow().releasedBy()).isEqualTo("reviewer2");
    }

    @Test
    void whoever_started_an_unusual_wave_does_not_release_it_with_or_without_a_claim() {
        var wave = held("reviewer1");
        var task = releaseTask(wave);

        assertThatThrownBy(() -> as("reviewer1", () -> tasks.claim(task, "reviewer1")))
                .hasStackTraceContaining("You started this wave");
        assertThatThrownBy(() -> as("reviewer1", () -> tasks.complete(task, RELEASED)))
                .hasStackTraceContaining("You started this wave");
        assertThatThrownBy(() -> tasks.complete(task, RELEASED))
                .as("nobody at all is no second person")
                .hasStackTraceContaining("under their own login");
        assertThat(waves.report(wave).state()).isEqualTo(Wave.State.HELD);

        as("reviewer2", () -> tasks.complete(task, RELEASED));
        run(wave);

        assertThat(waves.find(wave).orElseThrow().releasedBy()).isEqualTo("reviewer2");
        assertThat(releases.of(wave)).contains(new Release("reviewer2", "the harbour fair was on"));
    }

    @Test
    void a_withdrawn_wave_says_who_withdrew_it_and_why() {
        var wave = held("reviewer1");

        as(
                "reviewer2",
                () -> tasks.complete(
                        releaseTask(wave), Map.of("releaseVerdict", "WITHDRAW", "releaseWords", "delivered twice")));

        assertThat(waves.report(wave).state()).isEqualTo(Wave.State.WITHDRAWN);
        assertThat(releases.of(wave)).contains(new Release("reviewer2", "delivered twice"));
        assertThat(releases.of(started())).as("one like the others").isEmpty();
    }

    @Test
    void a_stopped_wave_sends_nothing_more_and_asks_nobody() {
        asked(4);
        var wave = started();
        run(wave);

        waves.withdraw(wave, "director1", null);

        assertThat(dispatcher.runOnce()).isZero();
        assertThat(waves.report(wave).withdrawn()).isEqualTo(4);
    }

    @Test
    void a_stopped_wave_sends_nothing_more_but_the_answers_of_those_asked_count_until_it_closes() {
        asked(3);
        var wave = started();
        run(wave);
        dispatcher.runOnce();
        var sent = operator.received();
        sent.forEach(one -> report(one, DeliveryReport.Outcome.DELIVERED));
        // One never left: as if sending hours or the rate cap had held them back.
        db.sql("update sms set state = 'PENDING', claim = null, sent_at = null where id = :id")
                .param("id", sent.get(2).id())
                .update();

        assertThat(stops.stop(wave, "director1", "the text names the wrong day"))
                .isTrue();

        operator.reset();
        assertThat(dispatcher.runOnce()).isZero();
        var stopped = waves.report(wave);
        assertThat(stopped.state()).isEqualTo(Wave.State.STOPPED);
        assertThat(stopped.withdrawn()).isEqualTo(1);
        assertThat(stops.of(wave)).hasValueSatisfying(stop -> {
            assertThat(stop.by()).isEqualTo("director1");
            assertThat(stop.reason()).isEqualTo("the text names the wrong day");
        });
        assertThat(db.sql("select count(*) from wave where wave::text like '%wrong day%'")
                        .query(Integer.class)
                        .single())
                .as("the words are citizen's to keep")
                .isZero();
        reply(sent.get(0), "3 nobody came");
        replies.applyAll();
        assertThat(complaints.find(Channel.SMS, sent.get(0).id().toString()))
                .as("a dissatisfied answer is followed as ever")
                .isPresent();

        timer(wave, "event_stoppedClosesAt");

        var closed = waves.report(wave);
        assertThat(closed.state()).isEqualTo(Wave.State.CLOSED);
        assertThat(List.of(closed.dissatisfied(), closed.silent(), closed.withdrawn(), closed.open()))
                .containsExactly(1, 1, 1, 0);
        assertThat(phones()).as("nobody of a stopped wave is phoned").isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(wave.toString(), "survey-wave")
                        .count())
                .isZero();
        assertThat(stops.stop(wave, "director1", "again")).as("it is over").isFalse();
    }

    @Test
    void a_wave_from_plan_to_report_gives_every_contact_exactly_one_state() {
        asked(10);
        var wave = started();
        run(wave);
        dispatcher.runOnce();
        var sent = operator.received();
        assertThat(sent.get(0).text())
                .startsWith("[Lanhe Police Public-Opinion Centre 澜河市公安局民意中心]")
                .contains("0990-110110")
                .doesNotContain("{");
        report(sent.get(8), DeliveryReport.Outcome.FAILED);
        sent.subList(0, 8).forEach(one -> report(one, DeliveryReport.Outcome.DELIVERED));
        assertThat(waves.report(wave))
                .as("delivered is what has arrived, also while anybody may answer")
                .returns(8, WaveReport::delivered)
                .returns(10, WaveReport::open);
        reply(sent.get(0), "1");
        reply(sent.get(1), "2");
        reply(sent.get(2), "3 nobody came");
        replies.applyAll();

        timer(wave, "event_remindAt");
        dispatcher.runOnce();
        timer(wave, "event_closesAt");

        var report = waves.report(wave);
        assertThat(report.state()).isEqualTo(Wave.State.CLOSED);
        assertThat(report.satisfied()).isEqualTo(1);
        assertThat(report.half()).isEqualTo(1);
        assertThat(report.dissatisfied()).isEqualTo(1);
        assertThat(report.silent()).isEqualTo(5);
        assertThat(report.undelivered()).isEqualTo(1);
        assertThat(report.unknown()).as("accepted and never reported").isEqualTo(1);
        assertThat(report.delivered()).isEqualTo(8);
        assertThat(report.open()).isZero();
        assertThat(report.responseRate()).isEqualTo(30.0);
        assertThat(report.satisfactionRate()).isEqualTo(33.3);
        assertThat(operator.received())
                .as("reminded: delivered or accepted, unanswered")
                .hasSize(10 + 6);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(wave.toString())
                        .count())
                .isZero();
    }

    @Test
    void an_answer_that_is_not_good_raises_one_matter_and_a_late_one_too() {
        asked(3);
        var wave = started();
        run(wave);
        dispatcher.runOnce();
        var sent = operator.received();
        reply(sent.get(0), "3 nobody came");
        reply(sent.get(0), "3");
        replies.applyAll();
        timer(wave, "event_remindAt");
        timer(wave, "event_closesAt");
        reply(sent.get(1), "2");
        replies.applyAll();

        assertThat(complaints.find(Channel.SMS, sent.get(0).id().toString())).hasValueSatisfying(matter -> {
            assertThat(matter.words()).isNotNull();
        });
        assertThat(complaints.find(Channel.SMS, sent.get(1).id().toString())).isPresent();
        assertThat(complaints.find(Channel.SMS, sent.get(2).id().toString())).isEmpty();
        assertThat(waves.report(wave).answered())
                .as("the late one changes no figure")
                .isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("complaint")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_message_of_unknown_fate_and_an_unclear_reply_go_to_the_phone_once() {
        asked(3);
        var wave = started();
        run(wave);
        operator.beforeAnswering(window -> window.subList(0, 2));
        dispatcher.runOnce();
        var sent = operator.received();
        reply(sent.get(0), "nobody ever came");
        reply(sent.get(0), "really nobody");
        replies.applyAll();
        operator.beforeAnswering(window -> window);
        timer(wave, "event_remindAt");
        dispatcher.runOnce();
        timer(wave, "event_closesAt");

        assertThat(phones()).isEqualTo(2);
        assertThat(waves.report(wave).phoned()).isEqualTo(2);
        assertThat(operator.received())
                .as("no machine sends what may have arrived")
                .hasSize(3 + 2);
    }

    @Test
    void who_opted_out_is_not_phoned_as_silent() {
        asked(2);
        var wave = started();
        run(wave);
        db.sql("update survey_plan set silent_sample = 100").update();
        dispatcher.runOnce();
        var sent = operator.received();
        sent.forEach(one -> report(one, DeliveryReport.Outcome.DELIVERED));
        reply(sent.get(0), "TD");
        timer(wave, "event_remindAt");
        timer(wave, "event_closesAt");

        assertThat(waves.report(wave).silent()).isEqualTo(2);
        assertThat(phones()).as("the other one").isEqualTo(1);
    }

    @Test
    void words_that_name_no_question_are_asked_about_by_phone_even_when_all_are_answered() {
        asked(1);
        var wave = started();
        run(wave);
        dispatcher.runOnce();
        reply(operator.received().get(0), "1");
        replies.applyAll();
        inbox.replies(List.of(
                new IncomingSms("wave-" + ++count, numbers.get(0), "", "10 3 of them were rude", clock.instant())));
        replies.applyAll();

        assertThat(phones()).isEqualTo(1);
    }

    @Test
    void what_is_said_on_the_phone_is_the_answer_and_raises_a_matter_when_it_is_bad() {
        asked(1);
        var wave = started();
        run(wave);
        var question = question(operatorMessage());

        phone.answer(question.id(), Answer.DISSATISFIED, null);
        phone.answer(question.id(), Answer.DISSATISFIED, null);

        assertThat(questions.find(question.id()).orElseThrow().answer()).isEqualTo(Answer.DISSATISFIED);
        assertThat(complaints.of(question.person())).hasSize(1);
    }

    private static final Map<String, Object> RELEASED =
            Map.of("releaseVerdict", "RELEASE", "releaseWords", "the harbour fair was on");

    private WaveId held(String startedBy) {
        asked(20);
        run(started());
        var wave = waves.start(yesterday, startedBy);
        contact(number(), "exit-entry", CENTRE, at(9), false);
        run(wave);
        return wave;
    }

    private String releaseTask(WaveId wave) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(wave.toString())
                .singleResult()
                .getId();
    }

    private void as(String user, Runnable action) {
        identity.setAuthentication(user, List.of("reviewer"));
        try {
            action.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private UUID operatorMessage() {
        dispatcher.runOnce();
        return operator.received().get(0).id();
    }

    private Question question(UUID id) {
        return questions.find(new org.minyi.question.QuestionId(id)).orElseThrow();
    }

    private long eligibilityAsked() {
        return history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("survey-eligibility")
                .count();
    }

    private long phones() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("phone-question")
                .count();
    }

    private WaveId started() {
        var wave = waves.start(yesterday, "test");
        run(wave);
        return wave;
    }

    /** Executes what the wave can do without waiting for a timer. */
    private void run(WaveId wave) {
        for (var job = messages(wave); job != null; job = messages(wave)) {
            management.executeJob(job);
        }
    }

    private String messages(WaveId wave) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(wave.toString(), "survey-wave")
                .singleResult();
        if (instance == null) {
            return null;
        }
        return management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream()
                .map(job -> job.getId())
                .findFirst()
                .orElse(null);
    }

    private void timer(WaveId wave, String event) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(wave.toString(), "survey-wave")
                .singleResult();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .singleResult()
                .getId());
    }

    private void reply(org.minyi.channel.sms.SmsOperator.OutgoingSms to, String text) {
        inbox.replies(List.of(new IncomingSms("wave-" + ++count, to.number(), to.extension(), text, clock.instant())));
    }

    private void report(org.minyi.channel.sms.SmsOperator.OutgoingSms about, DeliveryReport.Outcome outcome) {
        inbox.reports(List.of(new DeliveryReport(
                RecordingOperator.gatewayId(about.id()), about.number(), about.extension(), outcome, clock.instant())));
    }

    private void asked(int contacts) {
        for (var at = 0; at < contacts; at++) {
            contact(number(), "110-dispatch", CENTRE, at(10), false);
        }
    }

    private String number() {
        var number = "1370000%04d".formatted(++count);
        numbers.add(number);
        return number;
    }

    private Instant at(int hour) {
        return yesterday.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }

    private ContactId contact(String number, String business, String unit, Instant servedAt, boolean minor) {
        var enrolled = citizens.enrol(List.of(new Told("Li " + ++count, number, minor)))
                .get(0);
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, person_id,
                                             line_id, arrived_at)
                        values (:id, 'test', :reference, '110-reception', :business, :servedAt, :unit, :person, :line,
                                :arrivedAt)
                        """)
                .param("id", id)
                .param("reference", "r" + ++count)
                .param("business", business)
                .param("servedAt", Timestamp.from(servedAt))
                .param("arrivedAt", Timestamp.from(clock.instant()))
                .param("unit", unit)
                .param("person", enrolled.person().value())
                .param("line", enrolled.line() == null ? null : enrolled.line().value())
                .update();
        return new ContactId(id);
    }
}
