package org.minyi.hotline.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
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
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Kind;
import org.minyi.hotline.HotlineCalls;
import org.minyi.hotline.TakenCall;

@Deployment(resources = "processes/hotline/hotline-call.bpmn")
class HotlineCallProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/hotline/hotline-call.bpmn");

    private final HotlineCalls calls = mock(HotlineCalls.class);
    private final UUID call = UUID.randomUUID();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("raiseMatterDelegate", new RaiseMatterDelegate(calls));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void whoever_picked_up_has_the_call_on_their_desk_and_what_was_said_becomes_a_matter() {
        var answered = answered();
        assertThat(task(answered)).hasDefinitionKey("userTask_takeCall").isAssignedTo("caller1");

        complete(
                task(answered),
                withVariables(
                        "takenAs",
                        "MATTER",
                        "kind",
                        "CONSULTATION",
                        "complaintWordsId",
                        words.toString(),
                        "business",
                        "traffic",
                        "doneBy",
                        "caller1"));

        verify(calls).raise(new TakenCall(call, Kind.CONSULTATION, person, null, words, "traffic", null, "caller1"));
        assertThat(answered).hasPassed("endEvent_matterRaised").isEnded();
    }

    @Test
    void a_call_that_was_answered_at_once_leaves_no_matter() {
        var answered = answered();
        complete(task(answered), withVariables("takenAs", "ANSWERED", "doneBy", "caller1"));

        verify(calls, never()).raise(any());
        assertThat(answered).hasPassed("endEvent_answered").isEnded();
    }

    private ProcessInstance answered() {
        return runtimeService()
                .createMessageCorrelation(HotlineProcess.CALL_ANSWERED)
                .processInstanceBusinessKey(call.toString())
                .setVariables(withVariables("answeredBy", "caller1", "personId", person.toString()))
                .correlateStartMessage();
    }
}
