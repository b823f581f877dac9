package org.minyi.responsibility.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
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
import org.minyi.organisation.Desk;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.responsibility.Accountability.Measure;
import org.minyi.responsibility.AccountableCases;
import org.minyi.responsibility.Hearing;
import org.minyi.responsibility.Judgement;
import org.minyi.responsibility.Objections;
import org.minyi.responsibility.ResponsibilityId;
import org.minyi.responsibility.Verdict;
import org.minyi.responsibility.VerdictLetters;

@Deployment(resources = "processes/responsibility/responsibility.bpmn")
class ResponsibilityProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/responsibility/responsibility.bpmn");

    private static final Instant UNTIL = Instant.parse("2030-01-08T10:00:00Z");

    private final Hearing hearing = mock(Hearing.class);
    private final Objections objections = mock(Objections.class);
    private final VerdictLetters letters = mock(VerdictLetters.class);
    private final AccountableCases cases = mock(AccountableCases.class);
    private final ResponsibilityId id = new ResponsibilityId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void delegates() {
        Mocks.register("notifyVerdictDelegate", new NotifyVerdictDelegate(hearing));
        Mocks.register("raiseObjectionDelegate", new RaiseObjectionDelegate(objections));
        Mocks.register("findJudgeDelegate", new FindJudgeDelegate(objections));
        Mocks.register("independentJudgeListener", new IndependentJudgeListener(objections));
        Mocks.register("upholdObjectionDelegate", new UpholdObjectionDelegate(objections));
        Mocks.register("rejectObjectionDelegate", new RejectObjectionDelegate(objections));
        Mocks.register("notifySettledDelegate", new NotifySettledDelegate(letters));
        Mocks.register("settleVerdictDelegate", new SettleVerdictDelegate(hearing));
        Mocks.register("notifyCityDelegate", new NotifyCityDelegate(cases));
        Mocks.register("keepMeasureDelegate", new KeepMeasureDelegate(cases));
        when(hearing.begin(id)).thenReturn(new Hearing.Heard("leader.990101000000", "", UNTIL));
        when(objections.judges(id)).thenReturn(List.of("reviewer2", "reviewer3"));
        endsWith(false);
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void a_verdict_that_is_accepted_counts_at_once() {
        var verdict = notified();
        assertThat(task(verdict)).hasDefinitionKey("userTask_answerVerdict").hasCandidateGroup("leader.990101000000");

        complete(task(verdict), withVariables("verdictAnswer", "ACCEPT", "doneBy", "leader1"));

        verify(hearing).end(id);
        verifyNoInteractions(objections, letters, cases);
        assertThat(verdict).hasPassed("endEvent_effective").isEnded();
    }

    @Test
    void an_officer_who_is_named_answers_in_person() {
        when(hearing.begin(id)).thenReturn(new Hearing.Heard("", "officer1", UNTIL));

        assertThat(task(notified())).hasCandidateUser("officer1");
    }

    @Test
    void a_verdict_that_nobody_answers_counts_when_the_time_to_object_is_over() {
        var verdict = notified();
        var timer = job("event_windowOver", verdict);
        org.assertj.core.api.Assertions.assertThat(timer.getDuedate()).isEqualTo(Date.from(UNTIL));

        execute(timer);

        verify(hearing).end(id);
        assertThat(verdict).hasPassed("event_windowOver", "endEvent_effective").isEnded();
    }

    @Test
    void nothing_follows_of_a_verdict_while_an_objection_is_judged() {
        var verdict = objected();

        verify(objections).raise(id, "leader1", words);
        verify(hearing, never()).end(id);
        assertThat(task(verdict)).hasCandidateUser("reviewer2").hasCandidateUser("reviewer3");
    }

    @Test
    void an_objection_that_is_upheld_makes_another_verdict_of_it_before_it_counts() {
        var verdict = objected();

        judged(verdict, "UPHELD");

        var order = inOrder(objections, letters, hearing);
        order.verify(objections).uphold(id, "reviewer2", words, new Judgement(Verdict.PARTLY, 80));
        order.verify(letters).settled(id);
        order.verify(hearing).end(id);
        assertThat(verdict).hasPassed("endEvent_effective").isEnded();
    }

    @Test
    void an_objection_that_is_rejected_leaves_it_as_it_was() {
        endsWith(true);
        var verdict = objected();

        judged(verdict, "REJECTED");

        verify(objections).reject(id, "reviewer2", words);
        verify(letters).settled(id);
        verify(cases).open(id);
        assertThat(task(verdict)).hasDefinitionKey("userTask_holdAccountable").hasCandidateGroup("inspector");
        complete(
                task(verdict),
                withVariables("measure", "TRAINING", "measureWordsId", words.toString(), "doneBy", "inspector1"));
        verify(cases).hold(id, Measure.TRAINING, "inspector1", words);
        assertThat(verdict).hasPassed("endEvent_heldAccountable").isEnded();
    }

    @Test
    void nobody_takes_an_objection_who_had_a_hand_in_the_matter() {
        var verdict = objected();
        doThrow(new IllegalStateException("not independent")).when(objections).mustBeIndependent(id, "reviewer2");

        assertThatThrownBy(() -> claim(task(verdict), "reviewer2")).hasStackTraceContaining("not independent");
        assertThat(verdict).isWaitingAt("userTask_judgeObjection");
    }

    private ProcessInstance notified() {
        var verdict = runtimeService()
                .startProcessInstanceByKey(
                        ResponsibilityProcess.ID, id.toString(), withVariables("verdict", "FOUNDED", "score", "0"));
        execute(job(verdict));
        return verdict;
    }

    private ProcessInstance objected() {
        var verdict = notified();
        complete(
                task(verdict),
                withVariables("verdictAnswer", "OBJECT", "objectionWordsId", words.toString(), "doneBy", "leader1"));
        return verdict;
    }

    private void judged(ProcessInstance verdict, String decision) {
        complete(
                task(verdict),
                withVariables(
                        "objectionDecision",
                        decision,
                        "verdict",
                        "PARTLY",
                        "score",
                        "80",
                        "judgeWordsId",
                        words.toString(),
                        "doneBy",
                        "reviewer2"));
    }

    private void endsWith(boolean accountable) {
        when(hearing.end(id)).thenReturn(new Hearing.Ended(accountable, new Desk(Role.INSPECTOR, SmallCity.CENTRE)));
    }
}
