package org.minyi.callback.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.callback.Attempt;
import org.minyi.callback.CallId;
import org.minyi.callback.CallOutcome;
import org.minyi.callback.CallReason;
import org.minyi.callback.ReturnCalls;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;

@Deployment(resources = {"processes/callback/return-call.bpmn", "processes/callback/callback-plan.dmn"})
class ReturnCallProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/callback/return-call.bpmn");

    private static final ZonedDateTime NINE = ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

    private final ReturnCalls calls = mock(ReturnCalls.class);
    private final UUID matter = UUID.randomUUID();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final CallId call = new CallId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void realDelegatesOverAMockedService() {
        Mocks.register("openCallDelegate", new OpenCallDelegate(calls));
        Mocks.register("noteAttemptDelegate", new NoteAttemptDelegate(calls));
        Mocks.register("noteVerdictDelegate", new NoteVerdictDelegate(calls));
        Mocks.register("concludeCallDelegate", new ConcludeCallDelegate(calls));
        Mocks.register("secondPersonListener", new SecondPersonListener(calls));
        when(calls.open(matter, 0, person)).thenReturn(call);
    }

    @AfterEach
    void forgetDelegatesAndTime() {
        Mocks.reset();
        ClockUtil.reset();
    }

    @Test
    void a_call_begins_with_a_task_for_the_callers() {
        // when
        var instance = started();

        // then
        assertThat(instance).isWaitingAt("userTask_makeCall");
        assertThat(instance).variables().containsEntry("round", 0).containsEntry("attempt", 0);
        assertThat(task(instance)).hasCandidateGroup("caller");
    }

    @Test
    void a_call_that_follows_a_rectification_carries_its_round() {
        // given
        when(calls.open(matter, 2, person)).thenReturn(call);

        // when
        var instance = runtimeService()
                .startProcessInstanceByKey(
                        ReturnCallProcess.ID,
                        withVariables("matterId", matter.toString(), "personId", person.toString(), "round", 2));

        // then
        verify(calls).open(matter, 2, person);
        assertThat(instance).isWaitingAt("userTask_makeCall");
    }

    @Test
    void a_call_about_a_matter_alone_finds_whom_to_call() {
        // given
        when(calls.callee(matter)).thenReturn(person);

        // when
        var instance = runtimeService()
                .startProcessInstanceByKey(ReturnCallProcess.ID, withVariables("matterId", matter.toString()));

        // then
        verify(calls).open(matter, 0, person);
        assertThat(instance).variables().containsEntry("personId", person.toString());
    }

    @Test
    void a_dissatisfied_person_is_asked_why_and_the_reason_goes_up() {
        // given
        var instance = started();

        // when
        attempt(
                instance,
                1,
                Map.of("callOutcome", "DISSATISFIED", "callReason", "ATTITUDE", "callWordsId", words + ""));

        // then
        verify(calls).note(call, "caller1", CallOutcome.DISSATISFIED, words);
        verify(calls).conclude(call, CallOutcome.DISSATISFIED, CallReason.ATTITUDE);
        assertThat(instance).hasPassed("endEvent_dissatisfied").isEnded();
    }

    @Test
    void a_person_who_is_satisfied_by_now_ends_the_call() {
        // given
        var instance = started();

        // when
        attempt(instance, 1, Map.of("callOutcome", "SATISFIED"));

        // then
        verify(calls).conclude(call, CallOutcome.SATISFIED, null);
        assertThat(instance).hasPassed("endEvent_satisfied").isEnded();
    }

    @Test
    void a_person_who_does_not_want_to_talk_is_not_called_again() {
        // given
        var instance = started();

        // when
        attempt(instance, 1, Map.of("callOutcome", "REFUSED"));

        // then
        verify(calls).conclude(call, CallOutcome.REFUSED, null);
        assertThat(instance).hasPassed("endEvent_refused").isEnded();
    }

    @Test
    void who_does_not_answer_in_the_morning_is_called_again_in_the_afternoon() {
        // given
        ClockUtil.setCurrentTime(Date.from(NINE.toInstant()));
        var instance = started();

        // when
        attempt(instance, 1, Map.of("callOutcome", "NO_ANSWER", "callWordsId", words + ""));

        // then
        assertThat(instance).isWaitingAt("event_nextAttemptDue");
        org.assertj.core.api.Assertions.assertThat(
                        job("event_nextAttemptDue", instance).getDuedate())
                .isEqualTo(Date.from(NINE.plus(Duration.ofHours(4)).toInstant()));
        execute(job("event_nextAttemptDue", instance));
        assertThat(instance).isWaitingAt("userTask_makeCall");
    }

    @Test
    void every_attempt_starts_with_an_empty_form() {
        // given
        var instance = started();

        // when
        attempt(instance, 1, Map.of("callOutcome", "NO_ANSWER", "callWordsId", words + ""));
        execute(job("event_nextAttemptDue", instance));

        // then
        org.assertj.core.api.Assertions.assertThat(
                        engine.getTaskService().getVariable(task(instance).getId(), "callOutcome"))
                .isNull();
        org.assertj.core.api.Assertions.assertThat(
                        engine.getTaskService().getVariable(task(instance).getId(), "callWordsId"))
                .isNull();
    }

    @Test
    void after_the_last_attempt_a_second_person_confirms_that_nobody_can_be_reached() {
        // given
        var instance = calledInVain();
        assertThat(instance).isWaitingAt("userTask_confirmUnreachable");
        assertThat(task(instance)).hasCandidateGroup("reviewer");

        // when
        judge(instance, "UNREACHABLE");

        // then
        verify(calls).judge(call, "reviewer1", true, words);
        verify(calls).conclude(call, CallOutcome.UNREACHABLE, null);
        assertThat(instance).hasPassed("endEvent_unreachable").isEnded();
        org.assertj.core.api.Assertions.assertThat(historyService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName("callOutcome")
                        .activityInstanceIdIn(instance.getId())
                        .singleResult()
                        .getValue())
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void the_second_person_may_have_the_person_called_again() {
        // given
        var instance = calledInVain();

        // when
        judge(instance, "CALL_AGAIN");

        // then
        verify(calls).judge(call, "reviewer1", false, words);
        assertThat(instance).isWaitingAt("userTask_makeCall");
    }

    @Test
    void whoever_made_the_last_call_cannot_take_the_verdict() {
        // given
        var instance = calledInVain();
        doThrow(new IllegalStateException("a second person has to confirm"))
                .when(calls)
                .mustBeSecondPerson(call, "caller1");

        // then
        assertThatThrownBy(() -> claim(task(instance), "caller1"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("a second person has to confirm");
    }

    private ProcessInstance started() {
        return runtimeService()
                .startProcessInstanceByKey(
                        ReturnCallProcess.ID,
                        matter.toString(),
                        withVariables("matterId", matter.toString(), "personId", person.toString()));
    }

    private ProcessInstance calledInVain() {
        var instance = started();
        for (var number = 1; number <= 4; number++) {
            attempt(instance, number, Map.of("callOutcome", "NO_ANSWER"));
            if (number < 4) {
                execute(job("event_nextAttemptDue", instance));
            }
        }
        return instance;
    }

    /** The desk seals words and names whoever completed the task; here the test does. */
    private void attempt(ProcessInstance instance, int number, Map<String, Object> ticked) {
        when(calls.note(any(), any(), any(), any()))
                .thenReturn(new Attempt(UUID.randomUUID(), number, NINE, "caller1", CallOutcome.NO_ANSWER, null));
        runtimeService().setVariable(instance.getId(), "doneBy", "caller1");
        complete(task(instance), ticked);
    }

    private void judge(ProcessInstance instance, String verdict) {
        complete(
                task(instance),
                withVariables(
                        "unreachableVerdict", verdict, "unreachableWordsId", words.toString(), "doneBy", "reviewer1"));
    }
}
