package org.minyi.supervision.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.minyi.calendar.Turn;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.supervision.Overdue;
import org.minyi.supervision.Reminding;
import org.minyi.supervision.SupervisionStep;
import org.minyi.supervision.SupervisionStory;

@Deployment(resources = {"processes/supervision/overdue.bpmn", "processes/supervision/overdue-ladder.dmn"})
class OverdueProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/supervision/overdue.bpmn");

    private static final Instant DUE = Instant.parse("2030-01-08T01:00:00Z");

    private final Reminding reminding = mock(Reminding.class);
    private final Overdue overdue = mock(Overdue.class);
    private final SupervisionStory story = mock(SupervisionStory.class);
    private final UUID deadline = UUID.randomUUID();
    private final UUID matter = UUID.randomUUID();
    private final WordsId words = new WordsId(UUID.randomUUID());

    @BeforeEach
    void realDelegatesOverMockedServices() {
        Mocks.register("remindUnitDelegate", new RemindUnitDelegate(reminding));
        Mocks.register("climbDelegate", new ClimbDelegate(overdue));
        Mocks.register("noteUrgedListener", new NoteUrgedListener(story));
        Mocks.register("levelWaitsListener", new LevelWaitsListener(overdue));
        when(reminding.late(any(), any(), anyInt())).thenReturn(true);
        when(overdue.deskAbove(any(), any()))
                .thenAnswer(asked -> new Desk(
                        asked.getArgument(1),
                        asked.<Role>getArgument(1) == Role.LIAISON ? SmallCity.NORTH : SmallCity.CENTRE));
        when(overdue.turn(any(), anyInt(), any(), any(), anyInt()))
                .thenAnswer(asked -> new Turn(matter, "overdue.urgeUnit", 1, null, "part " + asked.getArgument(4)));
        when(overdue.untilNextLevel(any(), any())).thenReturn(DUE);
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @Test
    void a_late_post_gets_a_letter_and_its_sub_centre_is_told() {
        var late = late("POST");

        verify(reminding).late(deadline, matter, 2);
        assertThat(late).isWaitingAt("userTask_urgeUnit").variables().containsEntry("part", "part 1");
        assertThat(task(late)).hasCandidateGroup("liaison." + SmallCity.NORTH);
        org.assertj.core.api.Assertions.assertThat(
                        job("event_urgeIgnored", late).getDuedate())
                .isEqualTo(Date.from(DUE));
    }

    @Test
    void what_was_done_before_anybody_was_told_is_told_to_nobody() {
        when(reminding.late(any(), any(), anyInt())).thenReturn(false);

        assertThat(late("POST")).hasPassed("endEvent_doneMeanwhile").isEnded();
    }

    @Test
    void whoever_ignores_it_is_passed_by_level_by_level_up_to_the_director_and_there_it_stays() {
        var late = late("POST");

        for (var role : List.of(Role.LEADER, Role.REVIEWER, Role.DIRECTOR, Role.DIRECTOR, Role.DIRECTOR)) {
            execute(job("event_urgeIgnored", late));
            verify(overdue, times(role == Role.DIRECTOR ? directed(late) : 1)).deskAbove(SmallCity.NORTH_POST, role);
        }
        assertThat(late).isWaitingAt("userTask_urgeUnit");
    }

    private int directed(ProcessInstance late) {
        return (int) engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(late.getId())
                        .activityId("userTask_urgeUnit")
                        .count()
                - 3;
    }

    @Test
    void what_a_level_ordered_is_kept_and_where_that_does_not_help_the_next_level_is_told() {
        var late = late("SUB_CENTRE");
        urge(late);

        verify(story).done(matter, 2, SupervisionStep.What.URGED, "leader1", SmallCity.NORTH_POST, "Rectify", words);
        assertThat(late).isWaitingAt("gateway_waitForStep");
        verify(overdue).levelWaits(matter, "part 1");
        execute(job("event_levelTimeOver", late));
        verify(overdue).levelOver(matter, "part 1");

        assertThat(late).isWaitingAt("userTask_urgeUnit").variables().containsEntry("part", "part 2");
        assertThat(task(late)).hasCandidateGroup("reviewer");
    }

    @Test
    void it_ends_when_the_step_is_done_while_a_level_is_told() {
        var late = late("POST");

        done();

        assertThat(late).hasPassed("event_doneWhileUrged", "endEvent_doneLate").isEnded();
    }

    @Test
    void it_ends_when_the_step_is_done_after_a_level_has_acted() {
        var late = late("POST");
        urge(late);

        done();

        assertThat(late).hasPassed("event_lateStepDone", "endEvent_doneLate").isEnded();
    }

    @Test
    void at_the_centre_the_director_is_told_at_once() {
        late("CENTRE");

        verify(overdue).deskAbove(any(), eq(Role.DIRECTOR));
    }

    private void urge(ProcessInstance late) {
        complete(task(late), Map.of("urgeWordsId", words.toString(), "doneBy", "leader1"));
    }

    private void done() {
        runtimeService()
                .createMessageCorrelation(OverdueProcess.STEP_DONE)
                .processInstanceBusinessKey(deadline.toString())
                .correlate();
    }

    private ProcessInstance late(String level) {
        var variables = new HashMap<String, Object>();
        variables.put("matterId", matter.toString());
        variables.put("matterNumber", "2026-000001");
        variables.put("severity", "ORDINARY");
        variables.put("round", 2);
        variables.put("stepName", "Rectify");
        variables.put("lateUnit", SmallCity.NORTH_POST.value());
        variables.put("lateLevel", level);
        variables.put("climb", 1);
        var late = runtimeService().startProcessInstanceByKey(OverdueProcess.ID, deadline.toString(), variables);
        execute(job("startEvent_stepOverdue", late));
        return late;
    }
}
