package org.minyi.complaint.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processInstanceQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.FullCoverage;
import org.minyi.ProcessEngines;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Category;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.ComplaintRaised;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Duplicates;
import org.minyi.complaint.Endings;
import org.minyi.complaint.Jurisdiction;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.complaint.Severity;
import org.minyi.complaint.Suggestion;
import org.minyi.complaint.Triage;
import org.minyi.complaint.TriageVerdict;
import org.minyi.organisation.UnitCode;

/** The processes it calls are stubs here: each is one task that ends with what the test says. */
@Deployment(resources = {"processes/complaint/complaint.bpmn", "processes/complaint/jurisdiction.dmn"})
class ComplaintProcessTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @RegisterExtension
    static FullCoverage drawing = FullCoverage.of("processes/complaint/complaint.bpmn");

    private static final UnitCode POST = new UnitCode("990101010000");

    private final Complaints complaints = mock(Complaints.class);
    private final Duplicates duplicates = mock(Duplicates.class);
    private final Triage triage = mock(Triage.class);
    private final Endings endings = mock(Endings.class);
    private final ComplaintId id = new ComplaintId(UUID.randomUUID());
    private final ComplaintId earlier = new ComplaintId(UUID.randomUUID());
    private final WordsId words = new WordsId(UUID.randomUUID());
    private String stubs;

    @BeforeEach
    void realDelegatesOverMockedServices() {
        Mocks.register("takeComplaintDelegate", new TakeComplaintDelegate(complaints));
        Mocks.register("suggestDuplicatesDelegate", new SuggestDuplicatesDelegate(duplicates));
        Mocks.register("noteDuplicateDelegate", new NoteDuplicateDelegate(duplicates));
        Mocks.register("noteTriageDelegate", new NoteTriageDelegate(triage));
        Mocks.register("settleByPhoneDelegate", new SettleByPhoneDelegate(endings));
        Mocks.register("closeUnreachableDelegate", new CloseUnreachableDelegate(endings));
        Mocks.register("explainTransferDelegate", new ExplainTransferDelegate(endings));
        Mocks.register("sendAnswerDelegate", new SendAnswerDelegate(endings));
        Mocks.register("noteWithdrawalDelegate", new NoteWithdrawalDelegate(endings));
        Mocks.register("answerSourceDelegate", new AnswerSourceDelegate(endings));
        Mocks.register("noteToldDelegate", new NoteToldDelegate(endings));
        when(endings.transferred(any(), any(), any())).thenReturn(true);
        when(endings.answered(any(), any(), any())).thenReturn(true);
        when(endings.settled(any(), any())).thenReturn(true);
        when(endings.withdrawn(any(), any(), any())).thenReturn(true);
        when(duplicates.suggest(any())).thenReturn(List.of());
        when(duplicates.joinable(any())).thenReturn(List.of());
        when(duplicates.inWords(any())).thenReturn("");
        when(triage.note(any(), any())).thenAnswer(call -> triaged(call.getArgument(1)));
        stubs = repositoryService()
                .createDeployment()
                .addModelInstance("return-call.bpmn", stub("return-call"))
                .addModelInstance("work-order.bpmn", stub("work-order"))
                .deploy()
                .getId();
    }

    @AfterEach
    void forgetDelegatesAndStubs() {
        repositoryService().deleteDeployment(stubs, true);
        Mocks.reset();
    }

    @Test
    void a_dissatisfied_answer_leads_to_a_return_call_before_anybody_judges() {
        // when
        var instance = raised(Channel.SMS, Kind.COMPLAINT, POST);

        // then
        assertThat(instance).isWaitingAt("callActivity_returnCall");
        var call = called(instance);
        assertThat(call).hasProcessDefinitionKey("return-call");
        assertThat(call).variables().containsEntry("matterId", id.toString()).doesNotContainKey("round");
        org.assertj.core.api.Assertions.assertThat(call.getBusinessKey()).isEqualTo(id.toString());
        verifyNoInteractions(duplicates, triage, endings);
    }

    @Test
    void a_person_who_is_satisfied_on_the_phone_settles_the_matter() {
        // given
        var instance = raised(Channel.SMS, Kind.COMPLAINT, POST);

        // when
        complete(task(called(instance)), withVariables("callOutcome", "SATISFIED"));

        // then
        verify(endings).settledByPhone(id);
        assertThat(instance).hasPassed("endEvent_settledByPhone").isEnded();
    }

    @Test
    void a_person_nobody_can_reach_ends_the_matter_by_the_verdict_of_the_second_person() {
        // given
        var instance = raised(Channel.SMS, Kind.COMPLAINT, POST);

        // when
        complete(task(called(instance)), withVariables("callOutcome", "UNREACHABLE"));

        // then
        verify(endings).unreachable(id);
        assertThat(instance).hasPassed("endEvent_unreachable").isEnded();
    }

    @Test
    void the_reason_a_caller_ticked_stands_in_the_triage_form() {
        // given
        var instance = raised(Channel.SMS, Kind.COMPLAINT, POST);

        // when
        complete(task(called(instance)), withVariables("callOutcome", "DISSATISFIED", "callReason", "DELAY"));

        // then
        assertThat(instance).isWaitingAt("userTask_triage");
        org.assertj.core.api.Assertions.assertThat(
                        formService().getTaskFormVariables(task(instance).getId()))
                .containsEntry("category", "DELAY")
                .containsEntry("jurisdiction", "OURS")
                .containsEntry("respondentUnit", POST.value());
    }

    @Test
    void a_person_who_will_not_talk_is_still_triaged_because_a_bad_answer_closes_nothing() {
        // given
        var instance = raised(Channel.SMS, Kind.COMPLAINT, POST);

        // when
        complete(task(called(instance)), withVariables("callOutcome", "REFUSED"));

        // then
        verifyNoInteractions(endings);
        assertThat(instance).isWaitingAt("userTask_triage");
    }

    @Test
    void a_matter_taken_by_hand_gets_its_number_and_goes_to_triage() {
        // given
        when(complaints.take(any())).thenReturn(matter(Channel.HOTLINE, Kind.COMPLAINT, null));
        var person = UUID.randomUUID();

        // when
        engine.getIdentityService().setAuthenticatedUserId("triage1");
        var instance = runtimeService()
                .startProcessInstanceByKey(
                        ComplaintProcess.ID,
                        withVariables(
                                "channel",
                                "HOTLINE",
                                "kind",
                                "COMPLAINT",
                                "personId",
                                person.toString(),
                                "complaintWordsId",
                                words.toString(),
                                "unit",
                                POST.value()));
        engine.getIdentityService().clearAuthentication();

        // then
        verify(complaints)
                .take(new RaisedMatter(
                        Channel.HOTLINE,
                        null,
                        Kind.COMPLAINT,
                        null,
                        new PersonId(person),
                        null,
                        words,
                        null,
                        POST.value(),
                        null,
                        "triage1"));
        assertThat(instance).isWaitingAt("userTask_triage");
        assertThat(instance).variables().containsEntry("matterNumber", "2026-000123");
        org.assertj.core.api.Assertions.assertThat(processInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_matter_that_looks_like_an_open_one_is_judged_by_a_person() {
        // when
        var instance = lookingLikeAnother();

        // then
        assertThat(instance).isWaitingAt("userTask_decideDuplicate");
        assertThat(task(instance)).hasCandidateGroup("triage");
        assertThat(instance).variables().containsEntry("duplicateReasons", "2026-000007: the same person");
    }

    @Test
    void a_joined_matter_ends_pointing_to_the_other() {
        // given
        var instance = lookingLikeAnother();

        // when
        done(instance, Map.of("duplicateVerdict", "JOINED", "joinedTo", earlier + "", "duplicateWordsId", words + ""));

        // then
        verify(duplicates).join(id, earlier, "triage1", words);
        assertThat(instance).hasPassed("endEvent_joined").isEnded();
    }

    @Test
    void a_matter_that_only_looks_alike_goes_on_as_its_own() {
        // given
        var instance = lookingLikeAnother();

        // when
        done(instance, Map.of("duplicateVerdict", "NEW", "duplicateWordsId", words + ""));

        // then
        verify(duplicates).keepApart(id, "triage1", words);
        assertThat(instance).isWaitingAt("userTask_triage");
    }

    @Test
    void a_matter_of_ours_becomes_a_work_order_and_ends_as_it_ends() {
        // given
        var instance = raised(Channel.CITY_12345, Kind.COMPLAINT, POST);

        // when
        done(
                instance,
                Map.of(
                        "jurisdiction", "OURS",
                        "category", "ATTITUDE",
                        "severity", "SERIOUS",
                        "respondentUnit", POST.value(),
                        "respondentOfficer", "officer0101",
                        "triageWordsId", words + ""));

        // then
        verify(triage)
                .note(
                        id,
                        new TriageVerdict(
                                Category.ATTITUDE,
                                Severity.SERIOUS,
                                Jurisdiction.OURS,
                                POST,
                                "officer0101",
                                "triage1",
                                words));
        var order = called(instance);
        assertThat(order).hasProcessDefinitionKey("work-order");
        assertThat(order)
                .variables()
                .containsEntry("matterNumber", "2026-000123")
                .containsEntry("severity", "SERIOUS")
                .containsEntry("respondentUnit", POST.value())
                .containsEntry("respondentOfficer", "officer0101")
                .containsEntry("round", 1);

        // when
        complete(task(order), withVariables("outcome", "closedSatisfied"));

        // then
        verify(endings).settled(id, "closedSatisfied");
        assertThat(instance).hasPassed("endEvent_settled").isEnded();
    }

    @Test
    void a_matter_of_another_authority_is_transferred_and_explained() {
        // given
        var instance = raised(Channel.CITY_12345, Kind.HELP, null);

        // when
        done(instance, verdict("ELSEWHERE", "transferWordsId"));

        // then
        verify(endings).transferred(id, "triage1", words);
        assertThat(instance).hasPassed("endEvent_transferred").isEnded();
    }

    @Test
    void a_question_is_answered() {
        // given
        var instance = raised(Channel.WEB, Kind.CONSULTATION, null);

        // when
        done(instance, verdict("CONSULTATION", "triageWordsId"));
        assertThat(instance).isWaitingAt("userTask_answerConsultation");
        assertThat(task(instance)).hasCandidateGroup("triage");
        done(instance, Map.of("answerWordsId", words + ""));

        // then
        verify(endings).answered(id, "triage1", words);
        assertThat(instance).hasPassed("endEvent_answered").isEnded();
    }

    @Test
    void who_cannot_be_written_to_is_told_by_a_caller_who_notes_how() {
        // given
        when(endings.answered(any(), any(), any())).thenReturn(false);
        var instance = raised(Channel.WEB, Kind.CONSULTATION, null);
        done(instance, verdict("CONSULTATION", "triageWordsId"));

        // when
        done(instance, Map.of("answerWordsId", words + ""));

        // then
        assertThat(instance).isWaitingAt("userTask_tellByPhone").hasNotPassed("endEvent_answered");
        assertThat(task(instance)).hasCandidateGroup("caller").hasCandidateGroup("triage");
        done(instance, Map.of("toldHow", "PHONE", "toldWordsId", words + ""));
        verify(endings).told(id, "PHONE", "triage1", words);
        assertThat(instance).hasPassed("endEvent_told").isEnded();
    }

    @Test
    void a_transfer_is_told_as_well() {
        when(endings.transferred(any(), any(), any())).thenReturn(false);
        var instance = raised(Channel.CITY_12345, Kind.HELP, null);
        done(instance, verdict("ELSEWHERE", "transferWordsId"));
        assertThat(instance).isWaitingAt("userTask_tellByPhone");
    }

    @Test
    void a_withdrawal_is_told_as_well() {
        when(endings.withdrawn(any(), any(), any())).thenReturn(false);
        var instance = raised(Channel.WEB, Kind.COMPLAINT, POST);
        done(instance, verdict("WITHDRAWN", "triageWordsId"));
        done(instance, Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWordsId", words + ""));
        assertThat(instance).isWaitingAt("userTask_tellByPhone").hasNotPassed("endEvent_withdrawn");
    }

    @Test
    void an_end_against_the_persons_word_is_told_as_well() {
        when(endings.settled(any(), any())).thenReturn(false);
        var instance = raised(Channel.WEB, Kind.COMPLAINT, POST);
        done(instance, verdict("OURS", "triageWordsId"));
        complete(task(called(instance)), withVariables("outcome", "UNFOUNDED"));
        assertThat(instance).isWaitingAt("userTask_tellByPhone");
    }

    @Test
    void a_withdrawal_ends_the_matter_only_when_a_reviewer_confirms_it() {
        // given
        var instance = raised(Channel.WEB, Kind.COMPLAINT, POST);
        done(instance, verdict("WITHDRAWN", "triageWordsId"));
        assertThat(instance).isWaitingAt("userTask_confirmWithdrawal");
        assertThat(task(instance)).hasCandidateGroup("reviewer");

        // when
        done(instance, Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWordsId", words + ""));

        // then
        verify(endings).withdrawn(id, "triage1", words);
        assertThat(instance).hasPassed("endEvent_withdrawn").isEnded();
    }

    @Test
    void a_withdrawal_that_is_not_accepted_goes_back_to_triage() {
        // given
        var instance = raised(Channel.WEB, Kind.COMPLAINT, POST);
        done(instance, verdict("WITHDRAWN", "triageWordsId"));

        // when
        done(instance, Map.of("withdrawalVerdict", "REFUSED", "withdrawalWordsId", words + ""));

        // then
        verify(endings).notWithdrawn(id, "triage1", words);
        assertThat(instance).isWaitingAt("userTask_triage");

        // when it is withdrawn and confirmed without a word more
        done(instance, Map.of("jurisdiction", "WITHDRAWN", "category", "OTHER", "severity", "ORDINARY"));
        done(instance, Map.of("withdrawalVerdict", "CONFIRMED"));

        // then the words of the time before are not those of this one
        verify(triage).note(eq(id), argThat(verdict -> verdict.words() == null));
        verify(endings).withdrawn(id, "triage1", null);
    }

    @Test
    void nothing_of_the_person_is_a_variable() {
        // when
        var instance = raised(Channel.WEB, Kind.COMPLAINT, POST);

        // then
        org.assertj.core.api.Assertions.assertThat(historyService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .extracting(variable -> variable.getTypeName())
                .containsOnly("string", "integer", "boolean", "null");
    }

    private ProcessInstance raised(Channel channel, Kind kind, UnitCode unit) {
        when(complaints.find(id)).thenReturn(Optional.of(matter(channel, kind, unit)));
        new RaisedMatters(runtimeService(), complaints).on(new ComplaintRaised(id, channel));
        var instance = processInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey(ComplaintProcess.ID)
                .singleResult();
        execute(job(instance));
        return instance;
    }

    private ProcessInstance lookingLikeAnother() {
        var other = matter(Channel.WEB, Kind.COMPLAINT, POST);
        when(duplicates.suggest(id)).thenReturn(List.of(new Suggestion(other, List.of(Suggestion.Reason.SAME_PERSON))));
        when(duplicates.joinable(id)).thenReturn(List.of(other));
        when(duplicates.inWords(any())).thenReturn("2026-000007: the same person");
        return raised(Channel.CITY_12345, Kind.COMPLAINT, POST);
    }

    private ProcessInstance called(ProcessInstance instance) {
        return processInstanceQuery().superProcessInstanceId(instance.getId()).singleResult();
    }

    /** The desk seals words and names whoever completed the task; here the test does. */
    private void done(ProcessInstance instance, Map<String, Object> filledIn) {
        var variables = Variables.fromMap(filledIn).putValue("doneBy", "triage1");
        complete(task(instance), variables);
    }

    private Map<String, Object> verdict(String jurisdiction, String wordsField) {
        return Map.of(
                "jurisdiction", jurisdiction, "category", "OTHER", "severity", "ORDINARY", wordsField, words + "");
    }

    private Complaint triaged(TriageVerdict verdict) {
        return matter(
                Channel.WEB,
                Kind.COMPLAINT,
                verdict.respondentUnit(),
                verdict.category(),
                verdict.severity(),
                verdict.respondentOfficer());
    }

    private Complaint matter(Channel channel, Kind kind, UnitCode unit) {
        return matter(channel, kind, unit, null, Severity.ORDINARY, null);
    }

    private Complaint matter(
            Channel channel, Kind kind, UnitCode unit, Category category, Severity severity, String officer) {
        return new Complaint(
                id,
                "2026-000123",
                "Household registration",
                channel,
                "R-1",
                kind,
                null,
                new PersonId(UUID.randomUUID()),
                new LineId(UUID.randomUUID()),
                null,
                null,
                category,
                severity,
                null,
                unit,
                officer,
                new Complaint.Told(null, null),
                Complaint.State.OPEN,
                null,
                Instant.parse("2026-03-02T01:00:00Z"),
                channel.code(),
                null,
                null);
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance stub(String process) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .userTask()
                .endEvent()
                .done();
    }
}
