package org.minyi.counter.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

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
import org.minyi.counter.Enquiries;
import org.minyi.counter.EnquiryId;

@Deployment(resources = "processes/counter/enquiry.bpmn")
class EnquiryProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/counter/enquiry.bpmn");

    private final Enquiries enquiries = mock(Enquiries.class);
    private final EnquiryId enquiry = new EnquiryId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("sendEnquiryAnswerDelegate", new SendEnquiryAnswerDelegate(enquiries));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void what_the_case_steward_answers_goes_to_whoever_asked() {
        // given
        var asked = runtimeService().startProcessInstanceByKey(EnquiryProcess.ID, enquiry.toString());
        execute(job("startEvent_enquiryAsked", asked));
        assertThat(asked).isWaitingAt("userTask_answerEnquiry");
        assertThat(task(asked)).hasCandidateGroup("triage");

        // when
        complete(task(asked), withVariables("enquiryAnswerWordsId", words.toString(), "doneBy", "triage1"));

        // then
        verify(enquiries).answer(enquiry, "triage1", words);
        verifyNoMoreInteractions(enquiries);
        assertThat(asked).hasPassed("endEvent_answered").isEnded();
    }
}
