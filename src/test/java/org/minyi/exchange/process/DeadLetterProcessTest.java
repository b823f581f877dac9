package org.minyi.exchange.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

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
import org.minyi.exchange.DeadLetters;
import org.minyi.exchange.Letter;

@Deployment(resources = "processes/exchange/exchange-dead-letter.bpmn")
class DeadLetterProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/exchange/exchange-dead-letter.bpmn");

    private final DeadLetters letters = mock(DeadLetters.class);
    private final UUID letter = UUID.randomUUID();
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("repeatLetterDelegate", new RepeatLetterDelegate(letters));
        Mocks.register("setLetterAsideDelegate", new SetLetterAsideDelegate(letters));
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void whoever_says_so_has_it_tried_once_more() {
        var laid = laid();
        assertThat(task(laid)).hasDefinitionKey("userTask_decideLetter").hasCandidateGroup("triage");

        complete(task(laid), withVariables("letterDecision", "AGAIN", "doneBy", "triage1"));

        verify(letters).repeat(letter, "triage1");
        verifyNoMoreInteractions(letters);
        assertThat(laid).hasPassed("endEvent_repeated").isEnded();
    }

    @Test
    void what_was_settled_on_the_telephone_is_set_aside_with_the_reason() {
        var laid = laid();

        complete(
                task(laid),
                withVariables(
                        "letterDecision", "BY_TELEPHONE", "letterWordsId", words.toString(), "doneBy", "triage1"));

        verify(letters).setAside(letter, Letter.State.BY_TELEPHONE, "triage1", words);
        verifyNoMoreInteractions(letters);
        assertThat(laid).hasPassed("endEvent_setAside").isEnded();
    }

    @Test
    void what_is_left_is_set_aside_too() {
        var laid = laid();

        complete(
                task(laid),
                withVariables("letterDecision", "IGNORED", "letterWordsId", words.toString(), "doneBy", "triage1"));

        verify(letters).setAside(letter, Letter.State.IGNORED, "triage1", words);
        assertThat(laid).hasPassed("endEvent_setAside").isEnded();
    }

    private ProcessInstance laid() {
        return runtimeService()
                .startProcessInstanceByKey(
                        DeadLetterProcess.ID, letter.toString(), withVariables("letterGroup", "triage"));
    }
}
