package org.minyi.opinion.process;

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
import org.minyi.opinion.OpinionId;
import org.minyi.opinion.Opinions;

@Deployment(resources = "processes/opinion/leader-opinion.bpmn")
class LeaderOpinionProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/opinion/leader-opinion.bpmn");

    private final Opinions opinions = mock(Opinions.class);
    private final OpinionId opinion = new OpinionId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void listeners() {
        Mocks.register("noteOpinionAnsweredListener", new NoteOpinionAnsweredListener(opinions));
        Mocks.register("noteOpinionJudgedListener", new NoteOpinionJudgedListener(opinions));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void the_unit_answers_until_the_leader_is_content() {
        var raised = runtimeService()
                .startProcessInstanceByKey(
                        LeaderOpinionProcess.ID,
                        opinion.toString(),
                        withVariables("answerGroup", "leader.990101000000", "leaderGroup", "director"));
        assertThat(task(raised)).hasCandidateGroup("leader.990101000000");

        complete(task(raised), withVariables("opinionAnswerWordsId", words.toString(), "doneBy", "leader1"));
        assertThat(task(raised)).hasDefinitionKey("userTask_acceptAnswer").hasCandidateGroup("director");
        complete(
                task(raised),
                withVariables("acceptDecision", "SENT_BACK", "acceptWordsId", words.toString(), "doneBy", "director1"));
        assertThat(raised).isWaitingAt("userTask_answerOpinion");
        complete(task(raised), withVariables("opinionAnswerWordsId", words.toString(), "doneBy", "leader1"));
        complete(task(raised), withVariables("acceptDecision", "ACCEPTED", "doneBy", "director1"));

        verify(opinions, times(2)).answer(opinion, "leader1", words);
        verify(opinions).judge(opinion, false, "director1", words);
        verify(opinions).judge(opinion, true, "director1", null);
        assertThat(raised).hasPassed("endEvent_settled").isEnded();
    }

    @Test
    void where_another_unit_gets_the_matter_it_answers() {
        var raised = runtimeService()
                .startProcessInstanceByKey(
                        LeaderOpinionProcess.ID,
                        opinion.toString(),
                        withVariables("answerGroup", "leader.990101000000", "leaderGroup", "director"));

        runtimeService().setVariable(raised.getId(), "answerGroup", "leader.990102000000");
        runtimeService()
                .createMessageCorrelation(LeaderOpinionProcess.HANDED_ON)
                .processInstanceId(raised.getId())
                .correlateAll();

        assertThat(raised).hasPassed("event_matterHandedOn").isWaitingAt("userTask_answerOpinion");
        assertThat(task(raised)).hasCandidateGroup("leader.990102000000");
    }
}
