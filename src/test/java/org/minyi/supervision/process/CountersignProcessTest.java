package org.minyi.supervision.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.UUID;
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
import org.minyi.organisation.SmallCity;
import org.minyi.supervision.gathering.Gathering;
import org.minyi.supervision.gathering.GatheringId;
import org.minyi.supervision.gathering.Gatherings;

@Deployment(resources = "processes/supervision/countersign.bpmn")
class CountersignProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/supervision/countersign.bpmn");

    private final Gatherings gatherings = mock(Gatherings.class);
    private final GatheringId meeting = new GatheringId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("keepSignatureDelegate", new KeepSignatureDelegate(gatherings));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void a_leader_signs_for_the_unit_be_it_with_a_different_opinion() {
        var begun = runtimeService()
                .startProcessInstanceByKey(
                        CountersignProcess.ID,
                        withVariables(
                                "gatheringId", meeting.toString(),
                                "part", SmallCity.SOUTH.value(),
                                "answerGroup", "leader." + SmallCity.SOUTH));
        assertThat(task(begun)).hasCandidateGroup("leader." + SmallCity.SOUTH);

        complete(
                task(begun),
                withVariables("signature", "DISSENT", "signatureWordsId", words.toString(), "doneBy", "leader2"));

        verify(gatherings).countersign(meeting, SmallCity.SOUTH, Gathering.Signature.DISSENT, "leader2", words);
        assertThat(begun).hasPassed("endEvent_countersigned").isEnded();
    }
}
