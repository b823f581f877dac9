package org.minyi.supervision.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
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
import org.minyi.supervision.gathering.Duties;
import org.minyi.supervision.gathering.DutyId;

@Deployment(resources = "processes/supervision/duty.bpmn")
class DutyProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/supervision/duty.bpmn");

    private final Duties duties = mock(Duties.class);
    private final DutyId duty = new DutyId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void listeners() {
        Mocks.register("noteDutyDoneListener", new NoteDutyDoneListener(duties));
        Mocks.register("noteDutyCheckedListener", new NoteDutyCheckedListener(duties));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void a_duty_is_done_until_the_centre_is_content() {
        var begun = runtimeService()
                .startProcessInstanceByKey(
                        DutyProcess.ID,
                        duty.toString(),
                        withVariables(
                                "part",
                                duty.toString(),
                                "dutyGroup",
                                "officer." + SmallCity.NORTH_POST,
                                "superviseGroup",
                                "reviewer"));
        assertThat(task(begun)).hasCandidateGroup("officer." + SmallCity.NORTH_POST);

        complete(task(begun), withVariables("doneWordsId", words.toString(), "doneBy", "officer1"));
        assertThat(task(begun)).hasDefinitionKey("userTask_checkDuty").hasCandidateGroup("reviewer");
        complete(
                task(begun),
                withVariables("dutyDecision", "SENT_BACK", "checkWordsId", words.toString(), "doneBy", "reviewer1"));
        assertThat(begun).isWaitingAt("userTask_doDuty");
        complete(task(begun), withVariables("doneWordsId", words.toString(), "doneBy", "officer1"));
        complete(task(begun), withVariables("dutyDecision", "ACCEPTED", "doneBy", "reviewer1"));

        verify(duties, times(2)).done(duty, "officer1", words);
        verify(duties).checked(duty, false, "reviewer1", words);
        verify(duties).checked(duty, true, "reviewer1", null);
        assertThat(begun).hasPassed("endEvent_dutyDone").isEnded();
    }
}
