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
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Kind;
import org.minyi.hotline.HotlineCalls;
import org.minyi.hotline.TakenCall;

@Deployment(resources = "processes/hotline/police-hotline.bpmn")
class PoliceHotlineProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/hotline/police-hotline.bpmn");

    private final HotlineCalls calls = mock(HotlineCalls.class);
    private final UUID call = UUID.randomUUID();
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("raiseWordDelegate", new RaiseWordDelegate(calls));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void whoever_picked_up_hears_an_officer_who_stays_unnamed_and_what_was_said_becomes_a_matter() {
        var answered = answered();
        assertThat(task(answered)).hasDefinitionKey("userTask_takeWord").isAssignedTo("caller1");

        complete(
                task(answered),
                withVariables(
                        "wordKind",
                        "MATTER",
                        "kind",
                        "REPORT",
                        "complaintWordsId",
                        words.toString(),
                        "business",
                        "traffic",
                        "doneBy",
                        "caller1"));

        verify(calls)
                .raiseInConfidence(new TakenCall(call, Kind.REPORT, null, null, words, "traffic", null, "caller1"));
        assertThat(answered).hasPassed("endEvent_wordRaised").isEnded();
    }

    @Test
    void an_officer_who_was_answered_at_once_leaves_no_matter() {
        var answered = answered();
        complete(task(answered), withVariables("wordKind", "ANSWERED", "doneBy", "caller1"));

        verify(calls, never()).raiseInConfidence(any());
        assertThat(answered).hasPassed("endEvent_told").isEnded();
    }

    private ProcessInstance answered() {
        return runtimeService()
                .createMessageCorrelation(HotlineProcess.OFFICER_CALLED)
                .processInstanceBusinessKey(call.toString())
                .setVariables(withVariables("answeredBy", "caller1"))
                .correlateStartMessage();
    }
}
