package org.minyi.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minyi.organisation.SmallCity.NORTH;
import static org.minyi.organisation.SmallCity.NORTH_POST;
import static org.minyi.organisation.SmallCity.SOUTH;
import static org.minyi.organisation.SmallCity.SOUTH_POST;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.callback.ReturnCalls;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.desk.Logins;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.responsibility.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Whole work orders over the real engine, the real desk and the real database; the test is everybody's hands. */
@MinyiTest
@RecordApplicationEvents
class WorkOrderTest {

    private static int people = 0;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Logins logins;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    WorkOrders orders;

    @Autowired
    Notices notices;

    @Autowired
    Questions questions;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    Replies replies;

    @Autowired
    SmsThread thread;

    @Autowired
    ReturnCalls calls;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    private final UUID matter = UUID.randomUUID();
    private String number;
    private PersonId person;
    private LineId line;

    @BeforeEach
    void a_city_and_somebody_with_a_phone() {
        SmallCity.standsIn(organisation, units);
        number = "1380000%04d".formatted(++people);
        var enrolled =
                citizens.enrol(List.of(new Told("Li Hua", number, false))).get(0);
        person = enrolled.person();
        line = enrolled.line();
    }

    @Test
    void an_order_is_settled_in_the_second_round_and_its_story_tells_who_did_what() {
        // given
        begin("ORDINARY", NORTH_POST);
        signAndConfirm("liaison1");
        rectify("officer1");
        review("leader1", "ACCEPTED");

        // then the person is told who asks and how to see that it is genuine
        var asked = questions.onLine(line).get(0);
        assertThat(thread.ofLine(line)).singleElement().satisfies(sms -> assertThat(sms.text())
                .startsWith("[Lanhe Police Public-Opinion Centre 澜河市公安局民意中心]")
                .contains("Genuine? Call 0990-110110 and quote A" + asked.code(), "We never send links")
                .doesNotContain("{"));

        // when the person answers badly
        reply("2 they only came once");

        // then
        assertThat(order().round()).isEqualTo(2);
        assertThat(order().isOpen()).isTrue();
        assertThat(notices.of(matter)).extracting(Notice::reason).containsExactly("ONCE_MORE");

        // when it is put right once more
        rectify("officer1b");
        review("leader1", "ACCEPTED");
        reply("1");

        // then
        assertThat(order().outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(order().verdict()).isEqualTo(Verdict.FOUNDED);
        assertThat(order().score()).isEqualTo(40);
        assertThat(steps())
                .containsExactly(
                        "1 OPENED ORDINARY minyi",
                        "1 DISPATCHED " + NORTH + " minyi",
                        "1 SIGNED ASSIGN liaison1",
                        "1 VERIFIED FOUNDED liaison1",
                        "1 PROPOSED FOUNDED leader1",
                        "1 CONFIRMED CONFIRMED reviewer1",
                        "1 RECTIFIED DONE officer1",
                        "1 REVIEWED ACCEPTED leader1",
                        "1 ASKED_AGAIN BY_SMS minyi",
                        "1 ANSWERED HALF minyi",
                        "2 ROUND_BEGUN 2 minyi",
                        "2 RECTIFIED DONE officer1b",
                        "2 REVIEWED ACCEPTED leader1",
                        "2 ASKED_AGAIN BY_SMS minyi",
                        "2 ANSWERED SATISFIED minyi",
                        "2 EXPLAINED BY_SMS minyi",
                        "2 CLOSED SATISFIED minyi");
        assertThat(events.stream(WorkOrderClosed.class))
                .containsExactly(new WorkOrderClosed(order().id(), matter, Outcome.SATISFIED));
        assertThat(orders.of(person)).containsExactly(order());
    }

    @Test
    void no_task_of_a_unit_says_whose_matter_it_is() {
        logins.give(List.of("liaison1", "officer1"), "minyi");
        begin("ORDINARY", NORTH_POST);
        carriesNobody("liaison1", waiting("signOrder"));

        signAndConfirm("liaison1");
        carriesNobody("officer1", waiting("rectify"));

        // A second matter of theirs would carry the same id: whoever reads both would know.
        assertThat(order().matter().person()).isEqualTo(person);
        assertThat(order().matter().line()).isEqualTo(line);
    }

    private void carriesNobody(String user, Task task) {
        var variables = "/task/" + task.getId() + "/variables";
        assertThat(List.of(
                        http.withBasicAuth(user, "minyi").getForObject("/engine-rest" + variables, String.class),
                        LoggedIn.as(port, user, "minyi")
                                .get("/camunda/api/engine/engine/default" + variables)
                                .body()))
                .allSatisfy(answer -> assertThat(answer)
                        .contains("T-" + matter)
                        .doesNotContain("personId", "lineId", person.toString(), line.toString()));
    }

    @Test
    void words_stand_in_the_story_by_id_and_nowhere_in_the_engine() {
        // given
        begin("ORDINARY", NORTH_POST);

        // when
        act("liaison1", "signOrder", "signDecision", "RETURN", "signWords", "belongs to the South");

        // then
        var kept = orders.steps(order().id()).stream()
                .filter(step -> step.step() == Step.SIGNED)
                .findFirst()
                .orElseThrow();
        assertThat(words.read(List.of(kept.words()))).containsValue("belongs to the South");
        assertThat(kept.unit()).isEqualTo(NORTH);
        assertThat(runtime.createVariableInstanceQuery()
                        .variableValueEquals("signWords", "belongs to the South")
                        .count())
                .isZero();
    }

    @Test
    void two_returns_and_the_centre_decides_finally() {
        // given
        begin("ORDINARY", NORTH_POST);
        act("liaison1", "signOrder", "signDecision", "RETURN", "signWords", "not ours");
        assertThat(order().handling())
                .as("the first receiver stays responsible")
                .isEqualTo(NORTH);
        act("triage1", "redispatch", "redispatchUnit", SOUTH.value());
        assertThat(order().handling()).isEqualTo(SOUTH);

        // when
        act("liaison2", "signOrder", "signDecision", "RETURN", "signWords", "not ours either");
        act("reviewer1", "decideOwnership", "executingUnit", NORTH_POST.value(), "ownershipWords", "it is theirs");

        // then
        assertThat(order().returns()).isEqualTo(2);
        assertThat(order().handling()).isEqualTo(NORTH);
        assertThat(order().executing()).isEqualTo(NORTH_POST);
        assertThat(waiting("verifyFacts")).isNotNull();
    }

    @Test
    void the_second_receiver_gets_no_new_time_to_sign() {
        // given
        begin("ORDINARY", NORTH_POST);
        var due = waiting("signOrder").getDueDate();

        // when
        act("liaison1", "signOrder", "signDecision", "RETURN", "signWords", "not ours");
        act("triage1", "redispatch", "redispatchUnit", SOUTH.value());

        // then
        assertThat(waiting("signOrder").getDueDate()).isEqualTo(due);
    }

    @Test
    void nobody_returns_an_order_without_saying_why() {
        begin("ORDINARY", NORTH_POST);

        assertThatThrownBy(() -> act("liaison1", "signOrder", "signDecision", "RETURN"))
                .hasStackTraceContaining("needs reasons");
        assertThat(waiting("signOrder")).isNotNull();
    }

    @Test
    void an_order_is_not_assigned_to_somebody_elses_post() {
        begin("ORDINARY", NORTH_POST);

        assertThatThrownBy(() ->
                        act("liaison1", "signOrder", "signDecision", "ASSIGN", "executingUnit", SOUTH_POST.value()))
                .hasStackTraceContaining("does not belong to");
    }

    @Test
    void an_unfounded_matter_is_explained_to_the_person() {
        // given
        begin("ORDINARY", NORTH_POST);
        act("liaison1", "signOrder", "signDecision", "KEEP");
        act("liaison1", "verifyFacts", "verdict", "UNFOUNDED", "verifyWords", "the camera shows it");
        act("leader1", "proposeResponsibility", "verdict", "UNFOUNDED");

        // when
        act("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED", "explanationWords", "We were there.");

        // then
        assertThat(order().outcome()).isEqualTo(Outcome.UNFOUNDED);
        assertThat(order().score()).isEqualTo(100);
        assertThat(thread.ofLine(line)).singleElement().satisfies(sms -> assertThat(sms.text())
                .startsWith("[Lanhe Police Public-Opinion Centre 澜河市公安局民意中心]")
                .contains("without ground", "We were there.", "0990-110110")
                .doesNotContain("{"));
    }

    @Test
    void nobody_is_judged_against_without_being_told_why() {
        begin("ORDINARY", NORTH_POST);
        act("liaison1", "signOrder", "signDecision", "KEEP");
        act("liaison1", "verifyFacts", "verdict", "UNFOUNDED", "verifyWords", "the camera shows it");
        act("leader1", "proposeResponsibility", "verdict", "UNFOUNDED");

        assertThatThrownBy(() -> act("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED"))
                .hasStackTraceContaining("needs reasons");
        assertThat(order().isOpen()).isTrue();
    }

    @Test
    void a_verdict_and_a_score_that_contradict_each_other_are_not_confirmed() {
        begin("ORDINARY", NORTH_POST);
        act("liaison1", "signOrder", "signDecision", "KEEP");
        act("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "nobody came");
        act("leader1", "proposeResponsibility", "verdict", "UNFOUNDED", "score", "40");

        assertThatThrownBy(() -> act(
                        "reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED", "explanationWords", "no"))
                .hasStackTraceContaining("does not go with the score 40");
        act("reviewer1", "confirmResponsibility", "confirmation", "SENT_BACK", "confirmWords", "which of the two?");
        assertThat(waiting("verifyFacts")).isNotNull();
    }

    @Test
    void a_unit_complained_about_can_take_neither_verification_nor_review() {
        // given
        begin("ORDINARY", NORTH);
        act("liaison1", "signOrder", "signDecision", "KEEP");

        // then
        assertThat(offered("liaison1")).isZero();
        assertThat(offered("leader1")).isZero();
        var task = waiting("verifyFacts");
        assertThatThrownBy(() -> tasks.claim(task.getId(), "leader1")).hasStackTraceContaining("about them");

        // when
        act("reviewer1", "verifyFacts", "verdict", "PARTLY", "verifyWords", "half of it");
        act("reviewer2", "proposeResponsibility", "verdict", "PARTLY");
        act("director1", "confirmResponsibility", "confirmation", "CONFIRMED");
        rectify("liaison1");

        // then
        assertThat(offered("leader1")).isZero();
        review("reviewer1", "ACCEPTED");
    }

    @Test
    void what_is_sent_back_keeps_its_deadline() {
        // given
        begin("GRAVE", NORTH_POST);
        signAndConfirm("liaison1");
        var due = waiting("rectify").getDueDate();
        assertThat(due).isAfter(Date.from(clock.instant()));

        // when
        rectify("officer1");
        review("leader1", "SENT_BACK");

        // then
        assertThat(Duration.between(
                        due.toInstant(), waiting("rectify").getDueDate().toInstant()))
                .as("but for the minute it was with the leader")
                .isBetween(Duration.ZERO, Duration.ofDays(1));
        assertThat(jobs.createJobQuery()
                        .timers()
                        .activityId("event_rectificationDue")
                        .count())
                .as("the task's deadline is its only clock")
                .isZero();
    }

    @Test
    void the_reasons_of_one_decision_never_stand_under_the_next() {
        // given
        begin("ORDINARY", NORTH_POST);
        signAndConfirm("liaison1");
        rectify("officer1");
        act("leader1", "reviewRectification", "reviewDecision", "SENT_BACK", "reviewWords", "photo missing");
        rectify("officer1");

        // then a second sending back needs reasons of its own
        assertThatThrownBy(() -> act("leader1", "reviewRectification", "reviewDecision", "SENT_BACK"))
                .hasStackTraceContaining("needs reasons");

        // when
        act("leader1", "reviewRectification", "reviewDecision", "ACCEPTED");

        // then
        assertThat(orders.steps(order().id()).stream()
                        .filter(step ->
                                step.step() == Step.REVIEWED && step.outcome().equals("ACCEPTED")))
                .singleElement()
                .extracting(OrderStep::words)
                .isNull();
    }

    @Test
    void who_stays_silent_is_phoned_and_who_cannot_be_reached_is_closed_by_the_level_above_with_reasons() {
        // given
        asked("ORDINARY");
        run("event_replyWindowOver");
        calledInVain();
        assertThat(order().isOpen()).isTrue();

        // when
        assertThatThrownBy(() -> act("reviewer1", "closeWithoutAnswer", "closeDecision", "CLOSE"))
                .hasStackTraceContaining("needs reasons");
        act("reviewer1", "closeWithoutAnswer", "closeDecision", "CLOSE", "closeWords", "seen on the spot");

        // then
        assertThat(order().outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(calls.about(matter)).hasSize(1);
    }

    @Test
    void a_bad_answer_that_comes_while_the_person_is_phoned_in_vain_is_not_lost() {
        // given
        asked("ORDINARY");
        run("event_replyWindowOver");

        // when
        send("3 still the same");
        assertThat(steps()).contains("1 ANSWERED_LATE DISSATISFIED minyi");
        assertThat(order().round()).isOne();
        calledInVain();

        // then
        assertThat(order().round()).isEqualTo(2);
        assertThat(waiting("rectify")).isNotNull();
    }

    @Test
    void a_bad_answer_that_comes_before_the_reviewer_decides_keeps_the_order_open() {
        // given
        asked("ORDINARY");
        run("event_replyWindowOver");
        calledInVain();

        // when
        send("3 nothing was done");

        // then
        assertThatThrownBy(() -> act("reviewer1", "closeWithoutAnswer", "closeDecision", "CLOSE", "closeWords", "seen"))
                .hasStackTraceContaining("has answered meanwhile");
        assertThat(order().isOpen()).isTrue();
        act("reviewer1", "closeWithoutAnswer", "closeDecision", "RECTIFY_AGAIN", "closeWords", "he is unhappy");
        assertThat(order().round()).isEqualTo(2);
    }

    @Test
    void a_late_answer_to_one_round_is_not_the_answer_of_the_next() {
        // given
        asked("ORDINARY");
        run("event_replyWindowOver");
        calledInVain();
        var first = order();
        act("reviewer1", "closeWithoutAnswer", "closeDecision", "RECTIFY_AGAIN", "closeWords", "not good enough");

        // when
        send("3 to the first question", first);

        // then
        assertThat(steps()).contains("1 ANSWERED_LATE DISSATISFIED minyi");

        // when the second round is put right and nobody can be reached
        rectify("officer1");
        review("leader1", "ACCEPTED");
        run("event_replyWindowOver");
        calledInVain();

        // then
        assertThat(steps()).contains("2 ANSWERED UNREACHABLE minyi");
        assertThat(waiting("closeWithoutAnswer")).isNotNull();
    }

    @Test
    void a_bad_answer_after_closing_changes_nothing_and_becomes_a_new_matter() {
        // given
        asked("ORDINARY");
        run("event_replyWindowOver");
        calledInVain();
        act("reviewer1", "closeWithoutAnswer", "closeDecision", "CLOSE", "closeWords", "seen on the spot");

        // when
        send("3 nothing was done");

        // then
        assertThat(order().outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(events.stream(LateDissatisfaction.class)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("complaint")
                        .variableValueEquals("personId", person.toString())
                        .count())
                .isOne();
    }

    @Test
    void without_a_mobile_line_the_person_is_phoned_at_once() {
        // given
        line = citizens.enrol(List.of(new Told("Li Hua", "020-88880001", false)))
                .get(0)
                .line();

        // when
        asked("ORDINARY");

        // then
        assertThat(steps()).contains("1 ASKED_AGAIN BY_PHONE minyi");
        call("SATISFIED");
        assertThat(order().outcome()).isEqualTo(Outcome.SATISFIED);
        assertThat(steps()).contains("1 EXPLAINED NO_MOBILE minyi");
    }

    @Test
    void who_has_left_no_number_is_not_called_and_the_level_above_judges_whether_the_order_may_close() {
        // given
        line = null;

        // when
        asked("ORDINARY");
        run("serviceTask_hearAnswer");

        // then
        assertThat(steps()).contains("1 ASKED_AGAIN NO_NUMBER minyi");
        assertThat(calls.about(matter)).isEmpty();
        act("reviewer1", "closeWithoutAnswer", "closeDecision", "CLOSE", "closeWords", "seen on the spot");
        assertThat(order().outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void an_order_is_opened_once_per_complaint() {
        begin("ORDINARY", NORTH_POST);
        begin("ORDINARY", NORTH_POST);

        assertThat(orders.of(person)).hasSize(1);
    }

    private void begin(String severity, UnitCode respondent) {
        var variables = new HashMap<String, Object>();
        variables.put("matterId", matter.toString());
        variables.put("matterNumber", "T-" + matter);
        variables.put("matterTitle", "110, delay");
        variables.put("personId", person.toString());
        variables.put("lineId", line == null ? null : line.toString());
        variables.put("category", "DELAY");
        variables.put("severity", severity);
        variables.put("respondentUnit", respondent.value());
        variables.put("respondentOfficer", null);
        runtime.startProcessInstanceByKey("work-order", matter.toString(), variables);
    }

    private void signAndConfirm(String liaison) {
        act(liaison, "signOrder", "signDecision", "ASSIGN", "executingUnit", NORTH_POST.value());
        act("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "nobody came for two hours");
        act("leader1", "proposeResponsibility", "verdict", "FOUNDED");
        act("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
    }

    private void asked(String severity) {
        begin(severity, NORTH_POST);
        signAndConfirm("liaison1");
        rectify("officer1");
        review("leader1", "ACCEPTED");
    }

    private void rectify(String user) {
        act(user, "rectify", "rectifyWords", "went there and apologised");
    }

    private void review(String user, String decision) {
        act(user, "reviewRectification", "reviewDecision", decision, "reviewWords", "seen");
    }

    /** Takes the task as this user, who must have been offered it, and completes it. */
    private void act(String user, String step, String... fields) {
        var task = waiting(step);
        assertThat(tasks.createTaskQuery()
                        .taskId(task.getId())
                        .or()
                        .taskCandidateUser(user)
                        .taskAssignee(user)
                        .endOr()
                        .count())
                .as("%s is offered to %s", step, user)
                .isOne();
        tasks.claim(task.getId(), user);
        var variables = new HashMap<String, Object>();
        for (var i = 0; i < fields.length; i += 2) {
            variables.put(fields[i], fields[i + 1]);
        }
        tasks.complete(task.getId(), Map.copyOf(variables));
    }

    private Task waiting(String step) {
        var task = tasks.createTaskQuery()
                .taskDefinitionKey("userTask_" + step)
                .processVariableValueEquals("matterId", matter.toString())
                .singleResult();
        assertThat(task).as(step).isNotNull();
        return task;
    }

    private long offered(String user) {
        return tasks.createTaskQuery()
                .processVariableValueEquals("matterId", matter.toString())
                .taskCandidateUser(user)
                .count();
    }

    /** The person replies in time, and the order hears it. */
    private void reply(String text) {
        send(text);
        run("serviceTask_hearAnswer");
    }

    private void send(String text) {
        send(text, order());
    }

    private void send(String text, WorkOrder order) {
        var question = questions
                .about(Subject.WORK_ORDER, order.id().value(), order.round() + 1)
                .orElseThrow();
        var ref = UUID.randomUUID().toString();
        inbox.replies(List.of(new IncomingSms(ref, number, "" + question.code(), text, clock.instant())));
        replies.applyAll();
    }

    private void calledInVain() {
        for (var attempt = 1; attempt <= 4; attempt++) {
            act("caller1", "makeCall", "callOutcome", "NO_ANSWER");
            if (attempt < 4) {
                run("event_nextAttemptDue");
            }
        }
        act("reviewer1", "confirmUnreachable", "unreachableVerdict", "UNREACHABLE", "unreachableWords", "four times");
        run("serviceTask_hearAnswer");
    }

    private void call(String outcome) {
        act("caller1", "makeCall", "callOutcome", outcome);
        run("serviceTask_hearAnswer");
    }

    /** Moves the one job of this matter that waits there. */
    private void run(String activity) {
        jobs.executeJob(job(activity).getId());
    }

    private org.camunda.bpm.engine.runtime.Job job(String activity) {
        var instances = runtime.createProcessInstanceQuery()
                .variableValueEquals("matterId", matter.toString())
                .list();
        return instances.stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(activity).list().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job waits at " + activity));
    }

    private WorkOrder order() {
        return orders.ofComplaint(matter).orElseThrow();
    }

    private List<String> steps() {
        return orders.steps(order().id()).stream()
                .map(step -> "%d %s %s %s".formatted(step.round(), step.step(), step.outcome(), step.by()))
                .toList();
    }
}
