package org.minyi.survey.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.WordsId;
import org.minyi.question.Answer;
import org.minyi.question.QuestionId;
import org.minyi.survey.PhoneQuestions;

/** The return call itself has its own test; here a call that comes to what the test wants stands for it. */
@Deployment(resources = "processes/survey/phone-question.bpmn")
class PhoneQuestionProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/survey/phone-question.bpmn");

    private final PhoneQuestions phone = mock(PhoneQuestions.class);
    private final QuestionId question = new QuestionId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());
    private String call;

    @BeforeEach
    void aReturnCallThatIsOver() {
        Mocks.register("noteAnswerDelegate", new NoteAnswerDelegate(phone));
        Mocks.register("spoken", (JavaDelegate) execution -> {});
        var model = Bpmn.createExecutableProcess("return-call")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${spoken}")
                .endEvent()
                .done();
        call = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("return-call.bpmn", model)
                .deploy()
                .getId();
    }

    @AfterEach
    void forget() {
        engine.getRepositoryService().deleteDeployment(call, true);
        Mocks.reset();
    }

    @Test
    void what_the_person_says_is_the_answer() {
        var asked = called("DISSATISFIED");

        verify(phone).answer(question, Answer.DISSATISFIED, words);
        assertThat(asked).hasPassed("endEvent_answered").isEnded();
    }

    @Test
    void who_does_not_want_to_talk_has_not_answered() {
        var asked = called("REFUSED");

        verify(phone, never()).answer(any(), any(), any());
        assertThat(asked).hasPassed("endEvent_refused").isEnded();
    }

    @Test
    void who_cannot_be_reached_has_not_answered() {
        var asked = called("UNREACHABLE");

        verify(phone, never()).answer(any(), any(), any());
        assertThat(asked).hasPassed("endEvent_unreachable").isEnded();
    }

    private ProcessInstance called(String outcome) {
        Mocks.register("spoken", (JavaDelegate) execution -> {
            execution.setVariable("callOutcome", outcome);
            execution.setVariable("callWordsId", words.toString());
        });
        var contact = UUID.randomUUID().toString();
        var instance = runtimeService()
                .startProcessInstanceByKey(
                        PhoneQuestionProcess.ID,
                        contact,
                        withVariables(
                                "matterId",
                                contact,
                                "matterTitle",
                                "Exit and entry",
                                "personId",
                                UUID.randomUUID().toString(),
                                "questionId",
                                question.toString(),
                                "phoneReason",
                                "SILENT_SAMPLE",
                                "round",
                                0));
        execute(job("startEvent_phoneNeeded", instance));
        return instance;
    }
}
