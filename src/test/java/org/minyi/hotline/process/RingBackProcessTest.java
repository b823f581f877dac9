package org.minyi.hotline.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Kind;
import org.minyi.hotline.HotlineCalls;
import org.minyi.hotline.RingBack;
import org.minyi.hotline.RingBacks;
import org.minyi.hotline.TakenCall;

@Deployment(resources = {"processes/hotline/ring-back.bpmn", "processes/callback/callback-plan.dmn"})
class RingBackProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/hotline/ring-back.bpmn");

    private static final ZonedDateTime NINE = ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

    private final HotlineCalls calls = mock(HotlineCalls.class);
    private final RingBacks ringBacks = mock(RingBacks.class);
    private final UUID call = UUID.randomUUID();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());
    private int tries;

    @BeforeEach
    void delegates() {
        Mocks.register("noteTryDelegate", new NoteTryDelegate(ringBacks));
        Mocks.register("leaveCallDelegate", new LeaveCallDelegate(ringBacks));
        Mocks.register("raiseRungDelegate", new RaiseRungDelegate(calls));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void whoever_gave_up_is_rung_back_by_a_caller_and_what_they_say_becomes_a_matter() {
        var given = givenUp();
        assertThat(task(given)).hasDefinitionKey("userTask_ringBack").hasCandidateGroup("caller");

        rung(given, "MATTER", "kind", "COMPLAINT", "complaintWordsId", words.toString(), "business", "traffic");

        verify(ringBacks).tried(call, RingBack.MATTER);
        verify(calls).raise(new TakenCall(call, Kind.COMPLAINT, person, null, words, "traffic", null, "caller1"));
        assertThat(given).hasPassed("endEvent_matterRaised").isEnded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "NOT_WANTED"})
    void whoever_was_reached_and_has_nothing_to_raise_leaves_no_matter(String outcome) {
        var given = givenUp();
        rung(given, outcome);

        verify(ringBacks).tried(call, RingBack.valueOf(outcome));
        verify(calls, never()).raise(any());
        assertThat(given).hasPassed("endEvent_answered").isEnded();
    }

    @Test
    void whoever_is_not_reached_is_tried_again_with_an_empty_form_and_after_the_last_try_left_alone() {
        var given = givenUp();
        for (var number = 1; number < 4; number++) {
            rung(given, "NOT_REACHED");
            assertThat(given).isWaitingAt("gateway_waitToTry");
            assertThat(given).variables().containsEntry("attempt", number);
            execute(job("event_nextTryDue", given));
            org.assertj.core.api.Assertions.assertThat(
                            engine.getTaskService().getVariable(task(given).getId(), "ringOutcome"))
                    .isNull();
            verify(ringBacks, never()).leave(any());
        }
        rung(given, "NOT_REACHED");

        verify(ringBacks).leave(call);
        assertThat(given).hasPassed("endEvent_notReached").isEnded();
    }

    @Test
    void whoever_calls_again_and_is_answered_is_not_rung_back_any_more() {
        var given = givenUp();
        calledAgain();
        assertThat(given).hasPassed("endEvent_calledAgain").isEnded();
    }

    @Test
    void also_between_two_tries() {
        var given = givenUp();
        rung(given, "NOT_REACHED");
        calledAgain();
        assertThat(given).hasPassed("endEvent_calledMeanwhile").isEnded();
    }

    private ProcessInstance givenUp() {
        return runtimeService()
                .createMessageCorrelation(HotlineProcess.CALL_GIVEN_UP)
                .processInstanceBusinessKey(call.toString())
                .setVariables(withVariables("personId", person.toString(), "attempt", 0))
                .correlateStartMessage();
    }

    private void calledAgain() {
        runtimeService()
                .createMessageCorrelation(HotlineProcess.CALLED_AGAIN)
                .processInstanceBusinessKey(call.toString())
                .correlateAll();
    }

    private void rung(ProcessInstance given, String outcome, Object... more) {
        when(ringBacks.tried(any(), any())).thenReturn(new RingBacks.Try(++tries, NINE));
        runtimeService().setVariable(given.getId(), "doneBy", "caller1");
        var answers = withVariables("ringOutcome", outcome);
        for (var at = 0; at < more.length; at += 2) {
            answers.put((String) more[at], more[at + 1]);
        }
        complete(task(given), answers);
    }
}
