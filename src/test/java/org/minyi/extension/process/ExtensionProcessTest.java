package org.minyi.extension.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.UUID;
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
import org.minyi.citizen.WordsId;
import org.minyi.extension.Granting;
import org.minyi.extension.RequestId;

@Deployment(resources = "processes/extension/extension.bpmn")
class ExtensionProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/extension/extension.bpmn");

    private final Granting granting = mock(Granting.class);
    private final RequestId request = new RequestId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("grantTimeDelegate", new GrantTimeDelegate(granting));
        Mocks.register("refuseTimeDelegate", new RefuseTimeDelegate(granting));
        Mocks.register("lapseRequestDelegate", new LapseRequestDelegate(granting));
        Mocks.register("anotherDeciderListener", new AnotherDeciderListener(granting));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void what_the_level_above_grants_moves_the_deadline() {
        var asked = decided("GRANTED");

        verify(granting).grant(request, "leader1", words);
        assertThat(asked).hasPassed("endEvent_granted").isEnded();
    }

    @Test
    void what_it_refuses_does_not() {
        var asked = decided("REFUSED");

        verify(granting).refuse(request, "leader1", words);
        verify(granting, never()).grant(request, "leader1", words);
        assertThat(asked).hasPassed("endEvent_refused").isEnded();
    }

    @Test
    void a_step_that_is_done_needs_no_more_time() {
        var asked = asked();

        runtimeService()
                .createMessageCorrelation(ExtensionProcess.STEP_DONE)
                .processInstanceBusinessKey(request.toString())
                .correlate();

        verify(granting).lapse(request);
        assertThat(asked).hasPassed("endEvent_lapsed").isEnded();
    }

    @Test
    void nobody_takes_the_request_they_made() {
        var asked = asked();
        doThrow(new IllegalStateException("yours")).when(granting).mustBeAnother(request, "leader1");

        assertThatThrownBy(() -> claim(task(asked), "leader1")).hasStackTraceContaining("yours");
        assertThat(asked).isWaitingAt("userTask_decideTime");
    }

    private ProcessInstance decided(String decision) {
        var asked = asked();
        assertThat(task(asked)).hasCandidateGroup("leader.990101000000");
        claim(task(asked), "leader1");
        complete(
                task(asked),
                withVariables("timeDecision", decision, "decisionWordsId", words.toString(), "doneBy", "leader1"));
        return asked;
    }

    private ProcessInstance asked() {
        return runtimeService()
                .startProcessInstanceByKey(
                        ExtensionProcess.ID, request.toString(), withVariables("decideGroup", "leader.990101000000"));
    }
}
