package org.minyi.workorder.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.Verdict;
import org.minyi.workorder.AskedHow;
import org.minyi.workorder.Closing;
import org.minyi.workorder.Desks;
import org.minyi.workorder.Dispatch;
import org.minyi.workorder.Dispatching;
import org.minyi.workorder.DisposalGround;
import org.minyi.workorder.HandlingLevel;
import org.minyi.workorder.Heard;
import org.minyi.workorder.Judging;
import org.minyi.workorder.NewOrder;
import org.minyi.workorder.Outcome;
import org.minyi.workorder.ReasonsMissing;
import org.minyi.workorder.Rectifying;
import org.minyi.workorder.Respondent;
import org.minyi.workorder.Resurvey;
import org.minyi.workorder.Step;
import org.minyi.workorder.Story;
import org.minyi.workorder.WorkOrder;
import org.minyi.workorder.WorkOrderId;

@Deployment(
        resources = {
            "processes/workorder/work-order.bpmn",
            "processes/workorder/responsible-unit.dmn",
            "processes/workorder/responsibility-score.dmn",
            "processes/supervision/escalation-ladder.dmn"
        })
class WorkOrderProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/workorder/work-order.bpmn");

    private static final Instant DUE = Instant.parse("2030-01-08T01:00:00Z");
    private static final Optional<UnitCode> RESPONDENT = Optional.of(SmallCity.NORTH_POST);
    private static final Instant REPLY_DUE = Instant.parse("2030-01-12T01:00:00Z");

    private final Dispatching dispatching = mock(Dispatching.class);
    private final Judging judging = mock(Judging.class);
    private final Rectifying rectifying = mock(Rectifying.class);
    private final Resurvey resurvey = mock(Resurvey.class);
    private final Closing closing = mock(Closing.class);
    private final Story story = mock(Story.class);

    private final UUID matter = UUID.randomUUID();
    private final WordsId words = new WordsId(UUID.randomUUID());
    private final WorkOrderId id = new WorkOrderId(UUID.randomUUID());
    private String stub;

    @BeforeEach
    void realDelegatesOverMockedServices() {
        Mocks.register("openOrderDelegate", new OpenOrderDelegate(dispatching));
        Mocks.register("dispatchOrderDelegate", new DispatchOrderDelegate(dispatching));
        Mocks.register("noteReturnDelegate", new NoteReturnDelegate(dispatching));
        Mocks.register("findImpartialDesksDelegate", new FindImpartialDesksDelegate(dispatching));
        Mocks.register("keepVerdictDelegate", new KeepVerdictDelegate(judging));
        Mocks.register("startRectificationDelegate", new StartRectificationDelegate(rectifying));
        Mocks.register("loopLimitListener", new LoopLimitListener());
        Mocks.register("beginRoundDelegate", new BeginRoundDelegate(rectifying));
        Mocks.register("askAgainDelegate", new AskAgainDelegate(resurvey));
        Mocks.register("hearAnswerDelegate", new HearAnswerDelegate(resurvey));
        Mocks.register("closeOrderDelegate", new CloseOrderDelegate(closing));
        Mocks.register("closeUnansweredDelegate", new CloseUnansweredDelegate(closing));
        Mocks.register("explainVerdictDelegate", new ExplainVerdictDelegate(closing));
        Mocks.register("explainDisposalDelegate", new ExplainDisposalDelegate(closing));
        Mocks.register("noteDecisionListener", new NoteDecisionListener(story));
        when(dispatching.open(any())).thenReturn(order());
        when(dispatching.levelOfRespondent(any())).thenReturn("POST");
        when(dispatching.dispatch(any(), any(), any()))
                .thenReturn(new Dispatch(SmallCity.NORTH, new Desk(Role.LIAISON, SmallCity.NORTH)));
        when(dispatching.returned(id)).thenReturn(1, 2);
        when(dispatching.assign(any(), any())).thenReturn(desks());
        when(rectifying.start(id)).thenReturn(DUE);
        when(rectifying.nextRound(id)).thenReturn(2, 3, 4, 5, 6, 7);
        when(resurvey.askAgain(id)).thenReturn(new Resurvey.Asked(AskedHow.BY_SMS, Optional.of(REPLY_DUE)));
        when(resurvey.heard(id, Resurvey.NOT_ASKED)).thenReturn(Heard.NONE);
        when(resurvey.heard(id, "SATISFIED")).thenReturn(Heard.GOOD);
        when(resurvey.heard(id, "HALF")).thenReturn(Heard.BAD);
        when(resurvey.heard(id, "DISSATISFIED")).thenReturn(Heard.BAD);
        when(resurvey.heard(id, "REFUSED")).thenReturn(Heard.NONE);
        when(resurvey.heard(id, "UNREACHABLE")).thenReturn(Heard.NONE);
        stub = repositoryService()
                .createDeployment()
                .addModelInstance(
                        "return-call.bpmn",
                        Bpmn.createExecutableProcess("return-call")
                                .startEvent()
                                .userTask("userTask_call")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "supervision.bpmn",
                        Bpmn.createExecutableProcess("supervision")
                                .startEvent()
                                .userTask("userTask_rung")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
        repositoryService().deleteDeployment(stub, true);
    }

    @Test
    void an_order_is_opened_under_its_own_id_and_waits_at_the_unit_for_its_signature() {
        // when
        var order = started("ORDINARY");

        // then
        verify(dispatching)
                .open(new NewOrder(
                        matter,
                        "2026-000001",
                        null,
                        null,
                        "DELAY",
                        "ORDINARY",
                        new Respondent(SmallCity.NORTH_POST, null)));
        verify(dispatching).dispatch(id, HandlingLevel.SUB_CENTRE, Optional.empty());
        assertThat(order).isWaitingAt("userTask_signOrder");
        assertThat(task(order)).hasCandidateGroup("liaison." + SmallCity.NORTH);
        org.assertj.core.api.Assertions.assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count())
                .isOne();
    }

    @Test
    void the_unit_may_keep_the_order_and_its_answer_is_part_of_the_story() {
        // given
        var order = started("ORDINARY");

        // when
        decide(order, "signDecision", "KEEP");

        // then
        verify(story).decided(id, Step.SIGNED, "somebody", "KEEP", null);
        verify(dispatching).assign(id, Optional.empty());
        assertThat(order).isWaitingAt("userTask_verifyFacts");
        assertThat(task(order)).hasCandidateGroup("officer." + SmallCity.NORTH_POST);
    }

    @Test
    void the_unit_may_assign_the_order_to_one_of_its_posts() {
        // given
        var order = started("ORDINARY");

        // when
        decide(order, "signDecision", "ASSIGN", "executingUnit", SmallCity.NORTH_POST.value());

        // then
        verify(dispatching).assign(id, Optional.of(SmallCity.NORTH_POST));
    }

    @Test
    void the_first_return_goes_to_triage_who_sends_the_order_elsewhere() {
        // given
        var order = started("ORDINARY");

        // when
        decide(order, "signDecision", "RETURN", "signWordsId", words.toString());

        // then
        verify(story).decided(id, Step.SIGNED, "somebody", "RETURN", words);
        assertThat(order).isWaitingAt("userTask_redispatch");
        assertThat(task(order)).hasCandidateGroup("triage");

        // when
        decide(order, "redispatchUnit", SmallCity.SOUTH.value());

        // then
        verify(dispatching).dispatch(id, HandlingLevel.SUB_CENTRE, Optional.of(SmallCity.SOUTH));
        assertThat(order).isWaitingAt("userTask_signOrder");
        org.assertj.core.api.Assertions.assertThat(
                        taskService().getVariable(task(order).getId(), "signDecision"))
                .as("the next unit finds an empty form")
                .isNull();
    }

    @Test
    void after_the_second_return_the_centre_decides_and_nobody_signs_again() {
        // given
        var order = started("ORDINARY");
        decide(order, "signDecision", "RETURN", "signWordsId", words.toString());
        decide(order, "redispatchUnit", SmallCity.SOUTH.value());

        // when
        decide(order, "signDecision", "RETURN", "signWordsId", words.toString());

        // then
        assertThat(order).isWaitingAt("userTask_decideOwnership");
        assertThat(task(order)).hasCandidateGroup("reviewer");

        // when
        decide(order, "executingUnit", SmallCity.SOUTH_POST.value(), "ownershipWordsId", words.toString());

        // then
        verify(dispatching).assign(id, Optional.of(SmallCity.SOUTH_POST));
        verify(dispatching, times(2)).dispatch(any(), any(), any());
        assertThat(order).isWaitingAt("userTask_verifyFacts");
    }

    @Test
    void a_decision_that_lacks_its_reasons_is_not_taken() {
        // given
        var order = started("ORDINARY");
        doThrow(mock(ReasonsMissing.class)).when(story).decided(eq(id), eq(Step.SIGNED), any(), eq("RETURN"), any());

        // then
        assertThatThrownBy(() -> decide(order, "signDecision", "RETURN")).isInstanceOf(RuntimeException.class);
        assertThat(order).isWaitingAt("userTask_signOrder");
    }

    @Test
    void the_table_suggests_a_score_to_whoever_proposes() {
        // given
        var order = signed("SERIOUS");

        // when
        decide(order, "verdict", "FOUNDED", "verifyWordsId", words.toString());

        // then
        assertThat(order)
                .isWaitingAt("userTask_proposeResponsibility")
                .variables()
                .containsEntry("score", "20");
        assertThat(task(order)).hasCandidateGroup("leader." + SmallCity.NORTH);
    }

    @Test
    void a_verdict_the_centre_does_not_confirm_has_to_be_verified_again() {
        // given
        var order = proposed("FOUNDED");
        assertThat(task(order)).hasCandidateGroup("reviewer");

        // when
        decide(order, "confirmation", "SENT_BACK", "confirmWordsId", words.toString());

        // then
        assertThat(order).isWaitingAt("userTask_verifyFacts");
        verifyNoInteractions(judging);
    }

    @Test
    void an_unfounded_matter_is_explained_to_the_person_and_closed() {
        // given
        var order = proposed("UNFOUNDED");

        // when
        decide(order, "confirmation", "CONFIRMED", "explanationWordsId", words.toString());

        // then
        verify(judging).judged(id, new Judgement(Verdict.UNFOUNDED, 100), RESPONDENT, Optional.empty());
        verify(closing).close(id, Outcome.UNFOUNDED, Optional.of(words));
        assertThat(order).hasPassed("endEvent_closedUnfounded").isEnded();
        outcomeIs(order, "UNFOUNDED");
    }

    @Test
    void a_founded_matter_is_put_right_by_the_unit() {
        // when
        var order = rectifying();

        // then
        verify(judging).judged(id, new Judgement(Verdict.FOUNDED, 40), RESPONDENT, Optional.empty());
        assertThat(task(order)).hasCandidateGroup("officer." + SmallCity.NORTH_POST);
        verify(rectifying).start(id);
    }

    @Test
    void a_rectification_that_is_sent_back_keeps_its_deadline() {
        // given
        var order = rectified();
        assertThat(order).isWaitingAt("userTask_reviewRectification");
        assertThat(task(order)).hasCandidateGroup("leader." + SmallCity.NORTH);

        // when
        decide(order, "reviewDecision", "SENT_BACK", "reviewWordsId", words.toString());

        // then
        assertThat(order).isWaitingAt("userTask_rectify");
        verify(rectifying, times(1)).start(id);
    }

    @Test
    void a_satisfied_answer_closes_the_order() {
        // given
        var order = asked();

        // when
        answer(order, "SATISFIED");

        // then
        verify(closing).close(id, Outcome.SATISFIED, Optional.empty());
        assertThat(order)
                .hasPassed("event_answerReceived", "endEvent_closedSatisfied")
                .isEnded();
        outcomeIs(order, "SATISFIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HALF", "DISSATISFIED"})
    void a_bad_answer_begins_the_second_round_on_the_first_rung(String answer) {
        // given
        var order = asked();

        // when
        answer(order, answer);

        // then
        assertThat(order).isWaitingAt("callActivity_supervision");
        supervised(order, "RECTIFY_AGAIN");
        verify(rectifying, times(2)).start(id);
        verify(closing, never()).close(any(), any(), any());
        assertThat(order).isWaitingAt("userTask_rectify").variables().containsEntry("round", 2);
    }

    @Test
    void every_bad_answer_is_a_rung_higher_until_the_director_disposes_of_it_finally() {
        // given
        var order = answeredBadly(5);
        assertThat(order).isWaitingAt("userTask_decideFinally");
        assertThat(task(order)).hasCandidateGroup("director");

        // when
        decide(
                order,
                "finalDecision",
                "DISPOSE",
                "disposalGround",
                "LEGAL_ROUTE",
                "finalWordsId",
                words.toString(),
                "explanationWordsId",
                words.toString());

        // then
        verify(story).decided(id, Step.DECIDED_FINALLY, "somebody", "DISPOSE.LEGAL_ROUTE", words);
        verify(closing).dispose(id, DisposalGround.LEGAL_ROUTE, Optional.of(words));
        assertThat(order).hasPassed("endEvent_finalDisposal").isEnded();
        outcomeIs(order, "FINAL_DISPOSAL");
    }

    @Test
    void the_director_may_have_it_put_right_once_more_but_only_once() {
        // given
        var order = answeredBadly(5);

        // when
        decide(order, "finalDecision", "RECTIFY_AGAIN", "finalWordsId", words.toString());

        // then
        supervised(order, "FINAL_DISPOSAL");
        assertThat(order).isWaitingAt("userTask_rectify");
        rectifyAndAccept(order);
        answer(order, "DISSATISFIED");
        assertThat(order).isWaitingAt("userTask_decideFinally");
        assertThatThrownBy(() -> decide(order, "finalDecision", "RECTIFY_AGAIN", "finalWordsId", words.toString()))
                .hasStackTraceContaining("The ladder has come to its end");
        assertThat(order).isWaitingAt("userTask_decideFinally");
    }

    @Test
    void a_rung_that_no_drawing_knows_is_still_a_rung() throws IOException {
        // given
        var ladder = new String(
                getClass()
                        .getResourceAsStream("/processes/supervision/escalation-ladder.dmn")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var own = repositoryService()
                .createDeployment()
                .addString("escalation-ladder.dmn", ladder.replace("RECTIFY_AGAIN", "TEA_AND_BISCUITS"))
                .deploy();
        try {
            // when
            var order = asked();
            answer(order, "HALF");

            // then
            supervised(order, "TEA_AND_BISCUITS");
            assertThat(order).isWaitingAt("userTask_rectify");
        } finally {
            repositoryService().deleteDeployment(own.getId(), true);
        }
    }

    @Test
    void a_grave_matter_begins_higher() {
        // given
        var order = asked("GRAVE");

        // when
        answer(order, "HALF");

        // then
        supervised(order, "INTERVIEW");
        assertThat(order).isWaitingAt("userTask_rectify");
    }

    @Test
    void who_stays_silent_is_phoned_when_the_reply_window_is_over() {
        // given
        var order = asked();
        org.assertj.core.api.Assertions.assertThat(
                        job("event_replyWindowOver", order).getDuedate())
                .isEqualTo(Date.from(REPLY_DUE));

        // when
        execute(job("event_replyWindowOver", order));

        // then
        assertThat(order).isWaitingAt("callActivity_returnCall");
        phone(order, "SATISFIED");
        assertThat(order).hasPassed("endEvent_closedSatisfied").isEnded();
    }

    @Test
    void who_cannot_be_asked_by_sms_is_phoned_at_once() {
        // given
        when(resurvey.askAgain(id)).thenReturn(new Resurvey.Asked(AskedHow.BY_PHONE, Optional.empty()));

        // when
        var order = asked();

        // then
        assertThat(order).isWaitingAt("callActivity_returnCall");
        phone(order, "DISSATISFIED");
        supervised(order, "RECTIFY_AGAIN");
        assertThat(order).isWaitingAt("userTask_rectify").variables().containsEntry("round", 2);
    }

    @Test
    void who_wants_no_call_back_is_not_asked_and_the_level_above_judges_whether_the_order_may_close() {
        // given
        when(resurvey.askAgain(id)).thenReturn(new Resurvey.Asked(AskedHow.NOT_AT_ALL, Optional.empty()));

        // when
        var order = asked();
        execute(job("serviceTask_hearAnswer", order));

        // then
        assertThat(order).hasNotPassed("callActivity_returnCall", "event_answerReceived");
        assertThat(order).isWaitingAt("userTask_closeWithoutAnswer");
        decide(order, "closeDecision", "CLOSE", "closeWordsId", words.toString());
        verify(closing).close(id, Outcome.NO_ANSWER, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "UNREACHABLE"})
    void without_any_answer_the_level_above_judges_whether_the_order_may_close(String outcome) {
        // given
        var order = phoned(outcome);
        assertThat(order).isWaitingAt("userTask_closeWithoutAnswer");
        assertThat(task(order)).hasCandidateGroup("reviewer");

        // when
        decide(order, "closeDecision", "CLOSE", "closeWordsId", words.toString());

        // then
        verify(story).decided(id, Step.JUDGED_WITHOUT_ANSWER, "somebody", "CLOSE", words);
        verify(closing).close(id, Outcome.NO_ANSWER, Optional.empty());
        assertThat(order).hasPassed("endEvent_closedWithoutAnswer").isEnded();
        outcomeIs(order, "NO_ANSWER");
    }

    @Test
    void without_any_answer_the_level_above_may_have_it_put_right_once_more() {
        // given
        var order = phoned("REFUSED");

        // when
        decide(order, "closeDecision", "RECTIFY_AGAIN", "closeWordsId", words.toString());

        // then
        supervised(order, "RECTIFY_AGAIN");
        assertThat(order).isWaitingAt("userTask_rectify").variables().containsEntry("round", 2);
    }

    @Test
    void a_word_the_forms_do_not_know_closes_nothing() {
        // given
        var order = phoned("REFUSED");

        // when
        decide(order, "closeDecision", "WHATEVER", "closeWordsId", words.toString());

        // then
        verify(closing, never()).close(any(), any(), any());
        supervised(order, "RECTIFY_AGAIN");
        assertThat(order).isWaitingAt("userTask_rectify");
    }

    private ProcessInstance started(String severity) {
        var variables = new HashMap<String, Object>();
        variables.put("matterId", matter.toString());
        variables.put("matterNumber", "2026-000001");
        variables.put("matterTitle", "110, delay");
        variables.put("category", "DELAY");
        variables.put("severity", severity);
        variables.put("respondentUnit", SmallCity.NORTH_POST.value());
        variables.put("respondentOfficer", null);
        return runtimeService().startProcessInstanceByKey(WorkOrderProcess.ID, matter.toString(), variables);
    }

    private ProcessInstance signed(String severity) {
        var order = started(severity);
        decide(order, "signDecision", "KEEP");
        return order;
    }

    private ProcessInstance proposed(String verdict) {
        return proposed(verdict, "ORDINARY");
    }

    private ProcessInstance proposed(String verdict, String severity) {
        var order = signed(severity);
        decide(order, "verdict", verdict, "verifyWordsId", words.toString());
        decide(order, "verdict", verdict);
        return order;
    }

    private ProcessInstance rectifying() {
        var order = proposed("FOUNDED");
        decide(order, "confirmation", "CONFIRMED");
        return order;
    }

    private ProcessInstance rectified() {
        var order = rectifying();
        decide(order, "rectifyWordsId", words.toString());
        return order;
    }

    private ProcessInstance asked() {
        return asked("ORDINARY");
    }

    private ProcessInstance asked(String severity) {
        var order = proposed("FOUNDED", severity);
        decide(order, "confirmation", "CONFIRMED");
        rectifyAndAccept(order);
        return order;
    }

    private void rectifyAndAccept(ProcessInstance order) {
        decide(order, "rectifyWordsId", words.toString());
        decide(order, "reviewDecision", "ACCEPTED");
    }

    /** An ordinary matter, so often put right and not well enough; it has heard of every rung between. */
    private ProcessInstance answeredBadly(int often) {
        var rungs = List.of("RECTIFY_AGAIN", "SUPERVISION_NOTICE", "INTERVIEW", "JOINT_MEETING");
        var order = asked();
        answer(order, "DISSATISFIED");
        for (var time = 1; time < often; time++) {
            supervised(order, rungs.get(time - 1));
            rectifyAndAccept(order);
            answer(order, "DISSATISFIED");
        }
        return order;
    }

    private void supervised(ProcessInstance order, String rung) {
        assertThat(order).isWaitingAt("callActivity_supervision");
        var called = runtimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(order.getId())
                .singleResult();
        assertThat(called)
                .variables()
                .doesNotContainKeys("personId", "lineId")
                .containsEntry("rung", rung)
                .containsEntry("executingUnit", SmallCity.NORTH_POST.value())
                .containsEntry("superviseGroup", "reviewer")
                .containsEntry("directorGroup", "director");
        complete(task(called));
    }

    private ProcessInstance phoned(String outcome) {
        var order = asked();
        execute(job("event_replyWindowOver", order));
        phone(order, outcome);
        return order;
    }

    private void answer(ProcessInstance order, String answer) {
        runtimeService()
                .createMessageCorrelation(WorkOrderProcess.ANSWER_RECEIVED)
                .processInstanceBusinessKey(id.toString())
                .setVariable("answer", answer)
                .correlate();
        execute(job("serviceTask_hearAnswer", order));
    }

    private void phone(ProcessInstance order, String outcome) {
        var call = runtimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(order.getId())
                .singleResult();
        assertThat(call).variables().doesNotContainKeys("personId", "lineId").containsKey("round");
        runtimeService().setVariable(call.getId(), "callOutcome", outcome);
        complete(task(call));
        execute(job("serviceTask_hearAnswer", order));
    }

    /** The desk names whoever completed the task; here the test does. */
    private static void decide(ProcessInstance order, String... ticked) {
        var variables = new HashMap<String, Object>();
        for (var i = 0; i < ticked.length; i += 2) {
            variables.put(ticked[i], ticked[i + 1]);
        }
        variables.put("doneBy", "somebody");
        complete(task(order), Map.copyOf(variables));
    }

    private static void outcomeIs(ProcessInstance order, String outcome) {
        org.assertj.core.api.Assertions.assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(order.getId())
                        .variableName("outcome")
                        .singleResult()
                        .getValue())
                .isEqualTo(outcome);
    }

    private WorkOrder order() {
        return new WorkOrder(id, null, null, null, 1, 0, WorkOrder.State.OPENED, null, null, null, DUE, null, 0);
    }

    private static Desks desks() {
        UnitCode centre = SmallCity.CENTRE;
        return new Desks(
                SmallCity.NORTH,
                SmallCity.NORTH_POST,
                new Desk(Role.OFFICER, SmallCity.NORTH_POST),
                new Desk(Role.LEADER, SmallCity.NORTH),
                new Desk(Role.REVIEWER, centre),
                new Desk(Role.OFFICER, SmallCity.NORTH_POST),
                new Desk(Role.LEADER, SmallCity.NORTH),
                new Desk(Role.REVIEWER, centre),
                new Desk(Role.DIRECTOR, centre));
    }
}
