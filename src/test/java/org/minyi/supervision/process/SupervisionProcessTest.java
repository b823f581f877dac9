package org.minyi.supervision.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.supervision.Supervision;
import org.minyi.supervision.SupervisionStep.What;
import org.minyi.supervision.SupervisionStory;
import org.minyi.supervision.gathering.AgreedDuty;
import org.minyi.supervision.gathering.GatheringId;
import org.minyi.supervision.gathering.Gatherings;
import org.minyi.supervision.gathering.HeldMeeting;
import org.minyi.supervision.gathering.NewInterview;
import org.minyi.supervision.gathering.NewMeeting;

@Deployment(resources = "processes/supervision/supervision.bpmn")
class SupervisionProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/supervision/supervision.bpmn");

    private final Supervision supervision = mock(Supervision.class);
    private final SupervisionStory story = mock(SupervisionStory.class);
    private final Gatherings gatherings = mock(Gatherings.class);
    private final UUID matter = UUID.randomUUID();
    private final GatheringId meeting = new GatheringId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());
    private final WordsId duty = new WordsId(UUID.randomUUID());

    @BeforeEach
    void realDelegatesOverMockedServices() {
        Mocks.register("remindOnceMoreDelegate", new RemindOnceMoreDelegate(supervision));
        Mocks.register("callToAccountDelegate", new CallToAccountDelegate(supervision));
        Mocks.register("noteSupervisionListener", new NoteSupervisionListener(story));
        Mocks.register("keepInterviewDelegate", new KeepInterviewDelegate(gatherings));
        Mocks.register("inviteUnitsDelegate", new InviteUnitsDelegate(gatherings));
        Mocks.register("circulateMinutesDelegate", new CirculateMinutesDelegate(gatherings));
        Mocks.register("issueMinutesDelegate", new IssueMinutesDelegate(gatherings));
        when(supervision.callToAccount(matter, 3, "SERIOUS")).thenReturn(new Desk(Role.LEADER, SmallCity.NORTH));
        when(gatherings.convene(any())).thenReturn(meeting);
    }

    @AfterEach
    void forget() {
        Mocks.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECTIFY_AGAIN", "FINAL_DISPOSAL", "LAST_DISPOSAL", "whatever an owner wrote"})
    void on_the_first_rung_the_unit_is_reminded_by_letter_and_so_it_is_when_the_director_sends_it_back(String rung) {
        var begun = begun(rung);

        verify(supervision).remindOnceMore(matter, 3);
        assertThat(begun).hasPassed("endEvent_reminded").isEnded();
    }

    @Test
    void a_notice_is_answered_by_the_leader_until_the_centre_is_content() {
        var begun = begun("SUPERVISION_NOTICE");
        assertThat(task(begun))
                .hasDefinitionKey("userTask_answerNotice")
                .hasCandidateGroup("leader." + SmallCity.NORTH);

        answered(begun);
        assertThat(task(begun)).hasDefinitionKey("userTask_reviewAnswer").hasCandidateGroup("reviewer");
        reviewed(begun, "SENT_BACK");
        assertThat(begun).isWaitingAt("userTask_answerNotice");
        answered(begun);
        reviewed(begun, "ACCEPTED");

        verify(story, org.mockito.Mockito.times(2))
                .done(matter, 3, What.NOTICE_ANSWERED, "leader1", null, "ANSWERED", words);
        verify(story).done(matter, 3, What.ANSWER_REVIEWED, "reviewer1", null, "SENT_BACK", words);
        verify(story).done(matter, 3, What.ANSWER_REVIEWED, "reviewer1", null, "ACCEPTED", words);
        assertThat(begun).hasPassed("endEvent_answered").isEnded();
    }

    @Test
    void an_interview_is_recorded_with_what_was_promised() {
        var begun = begun("INTERVIEW");
        assertThat(task(begun)).hasDefinitionKey("userTask_recordInterview").hasCandidateGroup("reviewer");

        complete(
                task(begun),
                withVariables(
                        "heldAt", "2030-01-08T14:30",
                        "interviewed", "leader1",
                        "talkWordsId", words.toString(),
                        "dutyOneWordsId", duty.toString(),
                        "dutyOneUnit", SmallCity.NORTH_POST.value(),
                        "dutyOneDay", "2030-01-15",
                        "dutyTwoWordsId", "",
                        "doneBy", "reviewer1"));

        verify(gatherings)
                .interviewed(new NewInterview(
                        matter,
                        3,
                        LocalDateTime.parse("2030-01-08T14:30"),
                        null,
                        "leader1",
                        words,
                        null,
                        "reviewer1",
                        List.of(new AgreedDuty(SmallCity.NORTH_POST, duty, LocalDate.parse("2030-01-15")))));
        assertThat(begun).hasPassed("endEvent_interviewed").isEnded();
    }

    @Test
    void what_is_no_moment_is_refused_with_its_own_words() {
        var begun = begun("INTERVIEW");

        Assertions.assertThatThrownBy(() -> complete(
                        task(begun),
                        withVariables("heldAt", "yesterday", "interviewed", "leader1", "doneBy", "reviewer1")))
                .hasStackTraceContaining("'yesterday' is no day and time");
        assertThat(begun).isWaitingAt("userTask_recordInterview");
    }

    @Test
    void a_meeting_is_concluded_when_everybody_has_countersigned() {
        var begun = begun("JOINT_MEETING");
        assertThat(task(begun)).hasDefinitionKey("userTask_conveneMeeting").hasCandidateGroup("director");
        complete(
                task(begun),
                withVariables(
                        "meetsAt", "2030-01-08T14:30",
                        "placeWordsId", words.toString(),
                        "agendaWordsId", words.toString(),
                        "invitedOne", SmallCity.SOUTH.value(),
                        "invitedTwo", SmallCity.SOUTH.value(),
                        "invitedThree", "",
                        "doneBy", "director1"));
        verify(gatherings)
                .convene(new NewMeeting(
                        matter,
                        3,
                        LocalDateTime.parse("2030-01-08T14:30"),
                        words,
                        words,
                        List.of(SmallCity.SOUTH),
                        "director1"));

        assertThat(task(begun)).hasDefinitionKey("userTask_recordMeeting").hasCandidateGroup("reviewer");
        complete(
                task(begun),
                withVariables(
                        "metAt",
                        "2030-01-08T14:40",
                        "minutesWordsId",
                        words.toString(),
                        "absentOne",
                        SmallCity.SOUTH.value(),
                        "doneBy",
                        "reviewer1"));
        verify(gatherings)
                .held(new HeldMeeting(
                        meeting,
                        LocalDateTime.parse("2030-01-08T14:40"),
                        List.of(SmallCity.SOUTH),
                        words,
                        "reviewer1",
                        List.of()));
        verify(gatherings, never()).issueMinutes(any());
        assertThat(begun).isWaitingAt("event_minutesCountersigned");

        runtimeService()
                .createMessageCorrelation(SupervisionProcess.MINUTES_COUNTERSIGNED)
                .processInstanceVariableEquals("gatheringId", meeting.toString())
                .correlate();

        verify(gatherings).issueMinutes(meeting);
        verifyNoInteractions(supervision);
        assertThat(begun).hasPassed("endEvent_minutesIssued").isEnded();
    }

    private ProcessInstance begun(String rung) {
        return runtimeService()
                .startProcessInstanceByKey(
                        "supervision",
                        matter.toString(),
                        withVariables(
                                "matterId",
                                matter.toString(),
                                "severity",
                                "SERIOUS",
                                "round",
                                3,
                                "rung",
                                rung,
                                "superviseGroup",
                                "reviewer",
                                "directorGroup",
                                "director"));
    }

    private void answered(ProcessInstance begun) {
        complete(task(begun), withVariables("noticeAnswerWordsId", words.toString(), "doneBy", "leader1"));
    }

    private void reviewed(ProcessInstance begun, String decision) {
        complete(
                task(begun),
                withVariables("answerDecision", decision, "reviewWordsId", words.toString(), "doneBy", "reviewer1"));
    }
}
