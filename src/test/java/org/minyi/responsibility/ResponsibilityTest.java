package org.minyi.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.PlayedOrder;
import org.minyi.citizen.MatterWords;
import org.minyi.notice.Kind;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Members;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.responsibility.process.JudgesAnew;
import org.minyi.workorder.OrderStep;
import org.minyi.workorder.Step;
import org.minyi.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Whoever is held responsible is told, heard and, if they object, judged anew by somebody who touched nothing before. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
class ResponsibilityTest {

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Responsibilities responsibilities;

    @Autowired
    JudgesAnew judgesAnew;

    @Autowired
    Notices notices;

    @Autowired
    WorkOrders orders;

    @Autowired
    TaskService tasks;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Members members;

    @Autowired
    MovableClock clock;

    @Autowired
    List<MatterWords> rooms;

    private PlayedOrder order;

    @BeforeEach
    void a_matter_with_a_verdict() {
        SmallCity.standsIn(organisation, units);
        clock.set("2026-03-02T10:00");
        order = new PlayedOrder(minyi);
    }

    @AfterEach
    void the_real_time() {
        clock.reset();
    }

    @Test
    void the_unit_is_told_and_the_verdict_counts_only_when_its_time_to_object_is_over() {
        confirmed("60");
        order.run("startEvent_verdictConfirmed");

        assertThat(letters(Kind.RESPONSIBILITY_VERDICT)).hasSize(1);
        assertThat(verdict().state()).isEqualTo(Responsibility.State.NOTIFIED);
        assertThat(counting()).as("nothing is counted yet").isEmpty();
        assertThat(order.job("event_windowOver").getDuedate()).isEqualTo(at("2026-03-09T18:00"));
        assertThat(order.waiting("answerVerdict").getDueDate()).isEqualTo(at("2026-03-09T18:00"));
        assertThat(order.open()).as("the matter itself goes on").contains("rectify");

        clock.set("2026-03-09T18:00");
        order.run("event_windowOver");

        assertThat(verdict().settled()).isEqualTo(new Judgement(Verdict.FOUNDED, 60));
        assertThat(verdict().effectiveAt()).isBetween(at("2026-03-09T18:00"), at("2026-03-09T18:01"));
        assertThat(counting()).containsExactly(verdict().id());
        assertThat(order.all("answerVerdict"))
                .as("it is too late for an objection")
                .isEmpty();
    }

    @Test
    void an_objection_is_judged_by_somebody_who_touched_nothing_before_and_the_correction_leaves_a_trace() {
        confirmed("20");
        order.run("startEvent_verdictConfirmed");
        assertThatThrownBy(() -> order.act("leader1", "answerVerdict", "verdictAnswer", "OBJECT"))
                .hasStackTraceContaining("an objection needs reasons");
        order.act(
                "leader1",
                order.waiting("answerVerdict"),
                "verdictAnswer",
                "OBJECT",
                "objectionWords",
                "the patrol car had broken down");

        var judging = order.waiting("judgeObjection");
        assertThat(judging.getDueDate()).isEqualTo(at("2026-03-09T18:00"));
        assertThat(order.offered(judging, "reviewer1"))
                .as("reviewer1 confirmed the verdict")
                .isFalse();
        assertThat(order.offered(judging, "leader1")).isFalse();
        assertThat(order.offered(judging, "director1")).as("a reviewer is left").isFalse();
        clock.set("2026-03-20T10:00");
        assertThat(counting()).as("its effects wait").isEmpty();
        assertThat(letters(Kind.ACCOUNTABILITY_NOTICE)).isEmpty();

        assertThatThrownBy(() -> order.act(
                        "reviewer2",
                        judging,
                        "objectionDecision",
                        "UPHELD",
                        "verdict",
                        "FOUNDED",
                        "score",
                        "20",
                        "judgeWords",
                        "as it was"))
                .hasStackTraceContaining("raises the score, which was 20");
        order.act(
                "reviewer2",
                judging,
                "objectionDecision",
                "UPHELD",
                "verdict",
                "PARTLY",
                "score",
                "80",
                "judgeWords",
                "the log of the garage shows it");

        assertThat(verdict().confirmed()).as("what it was stays").isEqualTo(new Judgement(Verdict.FOUNDED, 20));
        assertThat(verdict().settled()).isEqualTo(new Judgement(Verdict.PARTLY, 80));
        assertThat(letters(Kind.RESPONSIBILITY_VERDICT))
                .extracting(Notice::reason)
                .containsExactly("CONFIRMED", "UPHELD");
        assertThat(order.order().score()).isEqualTo(80);
        assertThat(orders.steps(order.order().id()))
                .filteredOn(step -> step.step() == Step.VERDICT_CORRECTED)
                .extracting(OrderStep::outcome)
                .containsExactly("PARTLY");
        var objection = responsibilities.objection(verdict().id()).orElseThrow();
        assertThat(objection.judgedBy()).isEqualTo("reviewer2");
        assertThat(rooms.stream().flatMap(room -> room.wordsAbout(List.of(order.matter)).stream()))
                .as("what was said is found when the person is forgotten")
                .contains(objection.words(), objection.judgedWords());
    }

    @Test
    void where_every_reviewer_had_a_hand_in_it_the_director_judges() {
        order.signed("ORDINARY");
        order.act("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "nobody came");
        order.act("leader1", "proposeResponsibility", "verdict", "FOUNDED", "score", "60");
        order.act(
                "reviewer2",
                order.waiting("confirmResponsibility"),
                "confirmation",
                "SENT_BACK",
                "confirmWords",
                "ask the neighbours");
        order.act("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "they say so too");
        order.act("leader1", "proposeResponsibility", "verdict", "FOUNDED", "score", "60");
        order.act("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
        order.run("startEvent_verdictConfirmed");
        order.act("leader1", "answerVerdict", "verdictAnswer", "OBJECT", "objectionWords", "not true");

        assertThat(order.offered(order.waiting("judgeObjection"), "director1")).isTrue();
        assertThat(order.offered(order.waiting("judgeObjection"), "reviewer1")).isFalse();
        assertThat(order.offered(order.waiting("judgeObjection"), "reviewer2")).isFalse();
    }

    @Test
    void whoever_gets_a_hand_in_it_meanwhile_is_no_judge_any_more_and_with_the_last_of_them_the_director_is() {
        confirmed("60");
        order.run("startEvent_verdictConfirmed");
        order.run("startEvent_noticeIssued");
        order.act("leader1", "answerVerdict", "verdictAnswer", "OBJECT", "objectionWords", "not true");
        var judging = order.waiting("judgeObjection");
        judgesAnew.offer(judging.getId());
        assertThat(order.offered(judging, "reviewer2"))
                .as("nothing has changed")
                .isTrue();

        order.act("reviewer2", "serveOtherwise", "serveHow", "BY_HAND", "serveDate", "2026-03-02", "serveWords", "x");
        assertThatThrownBy(() -> tasks.claim(judging.getId(), "reviewer2")).hasStackTraceContaining("reviewer2");
        judgesAnew.offer(judging.getId());

        assertThat(order.offered(judging, "reviewer2")).isFalse();
        assertThat(order.offered(judging, "director1")).isTrue();
        order.act("director1", judging, "objectionDecision", "REJECTED", "judgeWords", "it stays");
        judgesAnew.offer(judging.getId());
        assertThat(verdict().settled()).isEqualTo(new Judgement(Verdict.FOUNDED, 60));
    }

    @Test
    void an_objection_that_nobody_may_judge_yet_stands_and_waits_for_whoever_may() {
        confirmed("0");
        order.run("startEvent_verdictConfirmed");
        var away = List.of("reviewer2", "director1", "inspector1").stream()
                .map(user -> members.find(user).orElseThrow())
                .toList();
        away.forEach(member -> organisation.leave(member.userId()));
        try {
            order.act("leader1", "answerVerdict", "verdictAnswer", "OBJECT", "objectionWords", "not true");

            assertThat(order.jobs("event_windowOver"))
                    .as("it does not count by itself")
                    .isEmpty();
            clock.set("2026-03-20T10:00");
            assertThat(counting()).isEmpty();
        } finally {
            organisation.enlist(away);
        }
        judgesAnew.offer(order.waiting("judgeObjection").getId());
        assertThat(order.offered(order.waiting("judgeObjection"), "reviewer2")).isTrue();
    }

    @Test
    void whoever_moves_is_heard_where_they_are_now_and_for_whoever_leaves_the_unit_answers() {
        verdictOnOfficer2();
        var officer = members.find("officer2").orElseThrow();
        try {
            organisation.move("officer2", SmallCity.NORTH_POST);
            assertThat(order.all("answerVerdict")).anyMatch(task -> order.offered(task, "officer2"));

            organisation.leave("officer2");
            assertThat(order.all("answerVerdict"))
                    .as("its own verdict, and that on the officer who is gone")
                    .allMatch(task -> order.offered(task, "leader2"));
        } finally {
            if (members.find("officer2").isPresent()) {
                organisation.leave("officer2");
            }
            organisation.enlist(List.of(officer));
        }
    }

    @Test
    void whoever_answers_is_not_whoever_puts_it_right_and_an_officer_answers_in_person() {
        verdictOnOfficer2();

        assertThat(responsibilities.about(order.matter))
                .extracting(Responsibility::unit)
                .containsOnly(SmallCity.SOUTH_POST);
        assertThat(order.all("answerVerdict")).hasSize(2);
        assertThat(order.all("answerVerdict"))
                .as("the unit by its leader, the officer in person")
                .satisfiesExactlyInAnyOrder(
                        task -> assertThat(order.offered(task, "leader2")).isTrue(),
                        task -> assertThat(order.offered(task, "officer2")).isTrue());
        assertThat(order.all("answerVerdict")).noneMatch(task -> order.offered(task, "leader1"));
        assertThat(order.waiting("rectify")).satisfies(task -> assertThat(order.offered(task, "officer1"))
                .as("the first unit puts it right")
                .isTrue());
    }

    @Test
    void a_score_of_zero_is_told_across_the_city_and_the_inspector_deals_with_it_once_it_counts() {
        confirmed("0");
        order.run("startEvent_verdictConfirmed");
        assertThat(letters(Kind.ACCOUNTABILITY_NOTICE)).isEmpty();

        order.act("leader1", "answerVerdict", "verdictAnswer", "ACCEPT");

        assertThat(letters(Kind.ACCOUNTABILITY_NOTICE)).hasSize(1);
        assertThatThrownBy(() -> order.act("inspector1", "holdAccountable", "measure", "TRAINING"))
                .hasStackTraceContaining("how somebody is held accountable needs reasons");
        order.act(
                "inspector1",
                order.waiting("holdAccountable"),
                "measure",
                "TRAINING",
                "measureWords",
                "two weeks at the academy");
        var held = responsibilities.accountability(verdict().id()).orElseThrow();
        assertThat(held.measure()).isEqualTo(Accountability.Measure.TRAINING);
        assertThat(held.by()).isEqualTo("inspector1");
    }

    @Test
    void for_what_is_unfounded_nobody_answers() {
        order.signed("ORDINARY");
        order.act("liaison1", "verifyFacts", "verdict", "UNFOUNDED", "verifyWords", "they were there in time");
        order.act("leader1", "proposeResponsibility", "verdict", "UNFOUNDED", "score", "100");
        order.act(
                "reviewer1",
                "confirmResponsibility",
                "confirmation",
                "CONFIRMED",
                "explanationWords",
                "the car was there after ten minutes");

        assertThat(responsibilities.about(order.matter)).isEmpty();
        assertThat(order.jobs("startEvent_verdictConfirmed")).isEmpty();
    }

    private void verdictOnOfficer2() {
        order.signed("ORDINARY");
        order.act("liaison1", "verifyFacts", "verdict", "FOUNDED", "verifyWords", "the south sent them away");
        order.act(
                "leader1",
                "proposeResponsibility",
                "verdict",
                "FOUNDED",
                "score",
                "40",
                "responsibleUnit",
                SmallCity.SOUTH_POST.value(),
                "responsibleOfficer",
                "officer2");
        order.act("reviewer1", "confirmResponsibility", "confirmation", "CONFIRMED");
        order.jobs("startEvent_verdictConfirmed").forEach(job -> order.runJob(job));
    }

    private void confirmed(String score) {
        order.toPutRight("ORDINARY", score);
    }

    private Responsibility verdict() {
        return responsibilities.about(order.matter).get(0);
    }

    private List<ResponsibilityId> counting() {
        return responsibilities.effective(at("2026-03-01T00:00"), at("2026-04-01T00:00")).stream()
                .filter(one -> one.matter().equals(order.matter))
                .map(Responsibility::id)
                .toList();
    }

    private List<Notice> letters(Kind kind) {
        return notices.of(order.matter).stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
