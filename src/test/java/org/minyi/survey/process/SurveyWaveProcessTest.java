package org.minyi.survey.process;

import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.WordsId;
import org.minyi.survey.SurveySettings;
import org.minyi.survey.Wave;
import org.minyi.survey.WaveId;
import org.minyi.survey.WaveStopped;
import org.minyi.survey.Waves;

class SurveyWaveProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/survey/survey-wave.bpmn");

    private static final ZonedDateTime SEVEN = ZonedDateTime.of(2026, 3, 2, 7, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
    private static final Instant REMIND = Instant.parse("2026-03-03T00:30:00Z");
    private static final Instant CLOSE = Instant.parse("2026-03-05T00:30:00Z");

    private static final WordsId WORDS = new WordsId(UUID.randomUUID());

    private final Waves waves = mock(Waves.class);
    private final WaveId id = new WaveId(UUID.randomUUID());
    private String deployment;

    @BeforeEach
    void realDelegatesOverAMockedService() {
        ClockUtil.setCurrentTime(Date.from(SEVEN.toInstant()));
        Mocks.register("planWaveDelegate", new PlanWaveDelegate(waves));
        Mocks.register("sendWaveDelegate", new SendWaveDelegate(waves));
        Mocks.register("remindSilentDelegate", new RemindSilentDelegate(waves));
        Mocks.register("closeWaveDelegate", new CloseWaveDelegate(waves));
        Mocks.register("closeStoppedWaveDelegate", new CloseStoppedWaveDelegate(waves));
        Mocks.register("withdrawWaveDelegate", new WithdrawWaveDelegate(waves));
        Mocks.register("waveSecondPersonListener", new WaveSecondPersonListener(waves));
        Mocks.register("dailyWave", new DailyWave(new SurveySettings("0 30 8 * * ?", 30, 3)));
        // By hand: the timer's expression is read when the drawing is deployed, after the beans above are there.
        deployment = repositoryService()
                .createDeployment()
                .addClasspathResource("processes/survey/survey-wave.bpmn")
                .deploy()
                .getId();
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.PLANNED)));
        when(waves.send(any(), any(), any())).thenReturn(wave(Wave.State.SENT));
    }

    @AfterEach
    void forgetTheDrawingDelegatesAndTime() {
        repositoryService().deleteDeployment(deployment, true);
        Mocks.reset();
        ClockUtil.reset();
    }

    @Test
    void the_daily_wave_is_due_at_half_past_eight_and_then_every_day() {
        // given
        var timer = daily();
        assertThatObject(local(timer)).isEqualTo(SEVEN.with(LocalTime.of(8, 30)));

        // when
        ClockUtil.setCurrentTime(timer.getDuedate());
        managementService().executeJob(timer.getId());

        // then
        assertThatObject(local(daily())).isEqualTo(SEVEN.plusDays(1).with(LocalTime.of(8, 30)));
        var started = runtimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(SurveyWaveProcess.ID)
                .singleResult();
        managementService()
                .executeJob(managementService()
                        .createJobQuery()
                        .processInstanceId(started.getId())
                        .singleResult()
                        .getId());
        verify(waves).plan(any(), eq(Optional.empty()), eq("timer"));
        assertThat(started).isWaitingAt("serviceTask_sendWave");
    }

    @Test
    void a_wave_like_the_others_is_sent_reminded_once_and_closed() {
        // given
        var wave = planned();
        assertThat(wave).isWaitingAt("serviceTask_sendWave");

        // when
        execute(job("serviceTask_sendWave", wave));

        // then
        verify(waves).send(id, null, null);
        assertThatObject(job("event_remindAt", wave).getDuedate()).isEqualTo(Date.from(REMIND));
        execute(job("event_remindAt", wave));
        verify(waves).remind(id);
        assertThatObject(job("event_closesAt", wave).getDuedate()).isEqualTo(Date.from(CLOSE));
        execute(job("event_closesAt", wave));
        verify(waves).close(id);
        assertThat(wave).hasPassed("endEvent_reported").isEnded();
    }

    @Test
    void a_day_without_anybody_to_judge_ends_at_once() {
        when(waves.plan(any(), any(), any())).thenReturn(Optional.empty());

        var wave = planned();

        assertThat(wave).hasPassed("endEvent_nothingToAsk").isEnded();
        verify(waves, never()).send(any(), any(), any());
    }

    @Test
    void an_unusual_wave_waits_for_a_second_person_who_sees_the_figures() {
        // given
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.HELD)));
        var wave = planned();
        assertThat(wave).isWaitingAt("userTask_releaseWave");
        assertThat(task(wave)).hasCandidateGroup("reviewer").hasCandidateGroup("director");
        assertThat(wave)
                .variables()
                .containsEntry("contacts", 12)
                .containsEntry("excluded", 2)
                .containsEntry("unusual", "12 contacts, but the median is 600");

        // when
        claim(task(wave), "reviewer2");
        complete(task(wave), withVariables("releaseVerdict", "RELEASE", "doneBy", "reviewer2"));
        execute(job("serviceTask_sendWave", wave));

        // then
        verify(waves).send(id, "reviewer2", null);
        assertThat(wave).isWaitingAt("event_remindAt");
    }

    @Test
    void the_person_who_started_an_unusual_wave_does_not_release_it() {
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.HELD)));
        doThrow(new IllegalStateException("You started this wave")).when(waves).mustBeSecondPerson(id, "reviewer1");
        var wave = planned();

        assertThatThrownBy(() -> claim(task(wave), "reviewer1"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("You started this wave");
        assertThat(wave).isWaitingAt("userTask_releaseWave");
    }

    @Test
    void who_completes_without_a_claim_is_looked_at_too_and_a_task_may_be_given_back() {
        // given
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.HELD)));
        doThrow(new IllegalStateException("You started this wave")).when(waves).mustBeSecondPerson(id, "reviewer1");
        doThrow(new IllegalStateException("Nobody")).when(waves).mustBeSecondPerson(id, null);
        var wave = planned();

        // then
        assertThatThrownBy(
                        () -> complete(task(wave), withVariables("releaseVerdict", "RELEASE", "doneBy", "reviewer1")))
                .hasStackTraceContaining("You started this wave");
        assertThatThrownBy(() -> complete(task(wave), withVariables("releaseVerdict", "RELEASE")))
                .hasStackTraceContaining("Nobody");
        claim(task(wave), "reviewer2");
        taskService().setAssignee(task(wave).getId(), null);
        assertThat(task(wave)).isNotAssigned();
    }

    @Test
    void a_word_that_is_not_the_release_releases_nothing() {
        // given
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.HELD)));
        var wave = planned();

        // when
        complete(task(wave), withVariables("releaseVerdict", "YES PLEASE", "doneBy", "reviewer2"));

        // then
        assertThat(wave).hasPassed("serviceTask_withdrawWave").isEnded();
    }

    @Test
    void an_unusual_wave_may_be_withdrawn() {
        // given
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.HELD)));
        var wave = planned();

        // when
        complete(
                task(wave),
                withVariables("releaseVerdict", "WITHDRAW", "releaseWordsId", WORDS.toString(), "doneBy", "director1"));

        // then
        verify(waves).withdraw(id, "director1", WORDS);
        verify(waves, never()).send(any(), any(), any());
        assertThat(wave).hasPassed("endEvent_withdrawn").isEnded();
    }

    @Test
    void a_wave_that_was_stopped_reminds_nobody_and_closes_when_the_replies_are_over() {
        // given
        var wave = planned();
        execute(job("serviceTask_sendWave", wave));

        // when
        new StoppedWaves(runtimeService()).on(new WaveStopped(id, true));

        // then
        assertThat(wave).isWaitingAt("event_stoppedClosesAt").isNotWaitingAt("event_remindAt");
        assertThatObject(job("event_stoppedClosesAt", wave).getDuedate()).isEqualTo(Date.from(CLOSE));
        execute(job("event_stoppedClosesAt", wave));
        verify(waves).close(id);
        verify(waves, never()).remind(any());
        assertThat(wave).hasPassed("endEvent_stopped").isEnded();
    }

    @Test
    void a_wave_that_was_stopped_before_it_went_out_ends_at_once_and_its_task_is_gone() {
        // given
        when(waves.plan(any(), any(), any())).thenReturn(Optional.of(wave(Wave.State.HELD)));
        var wave = planned();

        // when
        new StoppedWaves(runtimeService()).on(new WaveStopped(id, false));

        // then
        assertThat(wave).hasPassed("endEvent_neverSent").isEnded();
        verify(waves, never()).close(any());
    }

    private ProcessInstance planned() {
        var instance = runtimeService()
                .startProcessInstanceByKey(
                        SurveyWaveProcess.ID,
                        id.toString(),
                        withVariables("day", SUNDAY.toString(), "startedBy", "reviewer1"));
        execute(job("startEvent_waveWanted", instance));
        verify(waves).plan(id, Optional.of(SUNDAY), "reviewer1");
        return instance;
    }

    private static Job daily() {
        return managementService()
                .createJobQuery()
                .processDefinitionKey(SurveyWaveProcess.ID)
                .timers()
                .singleResult();
    }

    private static ZonedDateTime local(Job job) {
        return job.getDuedate().toInstant().atZone(SEVEN.getZone());
    }

    private Wave wave(Wave.State state) {
        return new Wave(
                id,
                SUNDAY,
                state,
                "reviewer1",
                SEVEN.toInstant(),
                null,
                SEVEN.toInstant(),
                REMIND,
                CLOSE,
                null,
                12,
                10,
                2,
                state == Wave.State.HELD ? "12 contacts, but the median is 600" : null);
    }
}
