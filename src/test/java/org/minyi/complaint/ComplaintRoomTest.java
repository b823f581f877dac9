package org.minyi.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.MinyiTest;
import org.minyi.callback.CallReason;
import org.minyi.callback.ReturnCalls;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Enrolled;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.contact.Business;
import org.minyi.contact.BusinessModule;
import org.minyi.contact.Businesses;
import org.minyi.contact.Contact;
import org.minyi.contact.ContactId;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.Level;
import org.minyi.organisation.MachineClient;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The whole room over a real database: every way a matter comes in, and what becomes of it. */
@MinyiTest
class ComplaintRoomTest {

    private static final UnitCode CENTRE = new UnitCode("990100000000");
    private static final UnitCode SUB_CENTRE = new UnitCode("990101000000");
    private static final UnitCode POST = new UnitCode("990101010000");

    @Autowired
    Complaints complaints;

    @Autowired
    Duplicates duplicates;

    @Autowired
    ReturnCalls calls;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Endings endings;

    @Autowired
    SmsThread sms;

    @Autowired
    ClientKeys keys;

    @Autowired
    TestRestTemplate http;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    private static String key;

    @BeforeEach
    void aSmallCity(@Autowired Organisation organisation, @Autowired Units units, @Autowired Businesses businesses) {
        if (units.all().isEmpty()) {
            organisation.found(List.of(
                    new Unit(CENTRE, "Centre", Level.CENTRE, null),
                    new Unit(SUB_CENTRE, "East district", Level.SUB_CENTRE, CENTRE),
                    new Unit(POST, "Riverside station", Level.POST, SUB_CENTRE)));
            organisation.enlist(List.of(
                    new Member("caller1", "Caller One", CENTRE, Set.of(Role.CALLER, Role.REVIEWER)),
                    new Member("triage1", "Triage One", CENTRE, Set.of(Role.TRIAGE)),
                    new Member("reviewer1", "Reviewer One", CENTRE, Set.of(Role.REVIEWER)),
                    new Member("officer0101", "Officer One", POST, Set.of(Role.OFFICER))));
            businesses.put(new BusinessModule("window", "Window service"));
            businesses.put(new Business("household", "window", "Household registration"));
            key = keys.issue(MachineClient.ofEverybody("city hotline"));
        }
    }

    @AfterEach
    void nobodyStaysLoggedIn() {
        identity.clearAuthentication();
    }

    @Test
    void a_bad_answer_raises_one_matter_and_its_caller_is_asked_first() {
        // given
        var person = person("李一", "13900000001");

        // when
        var question = UUID.randomUUID().toString();
        var id = complaints.raise(RaisedMatter.afterSurvey(contact(person, "officer0101"), question, null));
        var again = complaints.raise(RaisedMatter.afterSurvey(contact(person, "officer0101"), question, null));
        runJobs();

        // then
        assertThat(again).isEqualTo(id);
        assertThat(complaints.of(person.person())).hasSize(1);
        var call = taskOf(id);
        assertThat(call.getName()).isEqualTo("Make call");
        assertThat(call.getDueDate()).isNotNull();
        var matter = complaints.find(id).orElseThrow();
        assertThat(matter.number()).matches("\\d{4}-\\d{6}");
        assertThat(matter.title()).isEqualTo("Household registration");
        assertThat(matter.respondentUnit()).isEqualTo(POST);
        assertThat(matter.respondentOfficer()).isEqualTo("officer0101");
    }

    @Test
    void from_the_bad_answer_over_the_call_to_triage_nothing_the_person_said_enters_the_engine() {
        // given
        var person = person("李二", "13900000002");
        var id = complaints.raise(RaisedMatter.afterSurvey(
                contact(person, null), UUID.randomUUID().toString(), words.keep(person.person(), "windowclosed")));
        runJobs();

        // when
        submit(
                "caller1",
                id,
                Map.of("callOutcome", "DISSATISFIED", "callReason", "ATTITUDE", "callWords", "shoutedatme"));

        // then
        assertThat(taskOf(id).getName()).isEqualTo("Triage");
        assertThat(forms.getTaskFormVariables(taskOf(id).getId())).containsEntry("category", "ATTITUDE");
        var attempt = calls.attempts(calls.about(id.value()).get(0).id()).get(0);
        assertThat(attempt.caller()).isEqualTo("caller1");
        assertThat(words.read(List.of(attempt.words()))).containsValue("shoutedatme");
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .noneMatch(variable -> String.valueOf(variable.getValue())
                        .matches("(?s).*(shoutedatme|windowclosed|李二|13900000002).*"));
    }

    @Test
    void a_question_taken_at_the_hotline_is_answered_by_sms() {
        // when
        var id = takenByHand("CONSULTATION", "王三", "13900000003");

        // then
        assertThat(complaints.find(id).orElseThrow().raisedBy()).isEqualTo("triage1");
        submit("triage1", id, triage("CONSULTATION"));
        submit("triage1", id, Map.of("answerWords", "The window is open on Saturdays."));
        var matter = complaints.find(id).orElseThrow();
        assertThat(matter.state()).isEqualTo(Complaint.State.CLOSED);
        assertThat(matter.outcome()).isEqualTo("ANSWERED");
        assertThat(sms.ofLine(matter.line())).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains(matter.number(), "The window is open on Saturdays.")
                .startsWith("[Lanhe Police Public-Opinion Centre 澜河市公安局民意中心]")
                .contains("0990-110110")
                .doesNotContain("{"));
        assertThat(complaints.steps(id)).extracting(ComplaintStep::step).containsExactly("triage", "closed");
    }

    @Test
    void who_has_no_mobile_line_is_told_by_a_caller_and_the_matter_keeps_how() {
        // given
        var id = takenByHand("CONSULTATION", "王五", "02012345678");
        submit("triage1", id, triage("CONSULTATION"));

        // when
        submit("triage1", id, Map.of("answerWords", "The window is open on Saturdays."));

        // then
        var matter = complaints.find(id).orElseThrow();
        assertThat(sms.ofLine(matter.line())).isEmpty();
        assertThat(matter.state()).isEqualTo(Complaint.State.CLOSED);
        assertThat(taskOf(id).getTaskDefinitionKey()).isEqualTo("userTask_tellByPhone");
        submit("caller1", id, Map.of("toldHow", "PHONE", "toldWords", "Told his wife this morning."));
        assertThat(complaints.steps(id)).last().satisfies(step -> {
            assertThat(step.step()).isEqualTo("told");
            assertThat(step.outcome()).isEqualTo("PHONE");
            assertThat(step.by()).isEqualTo("caller1");
            assertThat(words.read(List.of(step.words()))).containsValue("Told his wife this morning.");
        });
    }

    @ParameterizedTest
    @CsvSource({"POLICE_HOTLINE, true", "VISIT, false"})
    void an_officer_who_left_no_number_asks_with_the_receipt_and_nobody_is_to_tell_them(
            Channel channel, boolean knows) {
        var stranger = citizens.enrol(List.of(new Told("", null, false))).get(0).person();
        var id = complaints
                .take(new RaisedMatter(
                        channel,
                        null,
                        Kind.CONSULTATION,
                        null,
                        stranger,
                        null,
                        words.keep(stranger, "When is overtime paid?"),
                        null,
                        null,
                        null,
                        "caller1"))
                .id();

        assertThat(endings.answered(id, "triage1", words.keep(stranger, "By the end of the month.")))
                .isEqualTo(knows);
    }

    @Test
    void a_matter_of_another_authority_is_explained_by_sms() {
        // given
        var id = takenByHand("HELP", "王四", "13900000004");

        // when
        var verdict = new HashMap<>(triage("ELSEWHERE"));
        verdict.put("transferWords", "Please call the water works on 96119.");
        submit("triage1", id, verdict);

        // then
        var matter = complaints.find(id).orElseThrow();
        assertThat(matter.outcome()).isEqualTo("TRANSFERRED");
        assertThat(sms.ofLine(matter.line())).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("water works"));
    }

    @Test
    void a_withdrawal_waits_for_the_verdict_of_a_reviewer() {
        // given
        var id = takenByHand("COMPLAINT", "王七", "13900000007", POST);
        submit("triage1", id, triage("WITHDRAWN"));

        // when
        submit("reviewer1", id, Map.of("withdrawalVerdict", "REFUSED", "withdrawalWords", "ask her again"));
        submit("triage1", id, triage("WITHDRAWN"));
        assertThatThrownBy(() -> submit("reviewer1", id, Map.of("withdrawalVerdict", "CONFIRMED")))
                .hasStackTraceContaining("WITHDRAWN needs words");
        submit("reviewer1", id, Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWords", "she said so herself"));

        // then
        var matter = complaints.find(id).orElseThrow();
        assertThat(matter.outcome()).isEqualTo("WITHDRAWN");
        assertThat(sms.ofLine(matter.line())).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains(matter.number(), "taken back, or it cannot be pursued", "0990-110110")
                .doesNotContain("she said so herself"));
        assertThat(complaints.steps(id))
                .extracting(ComplaintStep::by)
                .containsExactly("triage1", "reviewer1", "triage1", "reviewer1");
    }

    @Test
    void a_matter_that_is_not_ours_keeps_the_officer_it_is_about_out_of_what_follows() {
        // given
        var id = complaints.raise(RaisedMatter.afterSurvey(
                contact(person("王八", "13900000008"), "reviewer1"),
                UUID.randomUUID().toString(),
                null));
        runJobs();
        submit("caller1", id, Map.of("callOutcome", "REFUSED"));

        // when
        submit("triage1", id, triage("WITHDRAWN"));

        // then
        assertThat(complaints.find(id).orElseThrow().respondentOfficer()).isEqualTo("reviewer1");
        assertThat(tasks.createTaskQuery()
                        .taskId(taskOf(id).getId())
                        .taskCandidateUser("reviewer1")
                        .count())
                .isZero();
        assertThatThrownBy(() ->
                        submit("reviewer1", id, Map.of("withdrawalVerdict", "CONFIRMED", "withdrawalWords", "mine")))
                .isInstanceOf(RuntimeException.class);
        assertThat(complaints.find(id).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void a_person_nobody_reaches_is_closed_only_by_two_people() {
        // given
        var person = person("李三", "13900000005");
        var id = complaints.raise(RaisedMatter.afterSurvey(
                contact(person, null), UUID.randomUUID().toString(), null));
        runJobs();

        // when
        for (var attempt = 1; attempt <= 4; attempt++) {
            submit("caller1", id, Map.of("callOutcome", "NO_ANSWER"));
            jobs.createJobQuery().timers().list().forEach(job -> jobs.executeJob(job.getId()));
        }
        assertThatThrownBy(() -> submit("caller1", id, Map.of("unreachableVerdict", "UNREACHABLE")))
                .hasStackTraceContaining("a second person");
        assertThatThrownBy(() -> submit("reviewer1", id, Map.of("unreachableVerdict", "UNREACHABLE")))
                .hasStackTraceContaining("needs reasons");
        submit("reviewer1", id, Map.of("unreachableVerdict", "UNREACHABLE", "unreachableWords", "four times"));

        // then
        assertThat(complaints.find(id).orElseThrow().outcome()).isEqualTo("UNREACHABLE");
        assertThat(sms.ofLine(person.line())).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("could not reach you", "taken up again"));
        var call = calls.about(id.value()).get(0).id();
        assertThat(calls.attempts(call)).hasSize(4);
        assertThat(calls.verdicts(call)).singleElement().satisfies(verdict -> assertThat(verdict.by())
                .isEqualTo("reviewer1"));
    }

    @Test
    void a_person_without_a_mobile_line_gets_no_sms() {
        // given
        var id = takenByHand("HELP", "王五", "020-12345678");

        // when
        assertThatThrownBy(() -> submit("triage1", id, triage("ELSEWHERE")))
                .hasStackTraceContaining("TRANSFERRED needs words");
        var verdict = new HashMap<>(triage("ELSEWHERE"));
        verdict.put("transferWords", "The water works, 96119.");
        submit("triage1", id, verdict);

        // then
        var matter = complaints.find(id).orElseThrow();
        assertThat(matter.outcome()).isEqualTo("TRANSFERRED");
        assertThat(sms.ofLine(matter.line())).isEmpty();
    }

    @Test
    void a_matter_of_ours_without_a_unit_cannot_be_triaged() {
        // given
        var id = takenByHand("COMPLAINT", "王六", "13900000006");

        // then
        assertThatThrownBy(() -> submit("triage1", id, triage("OURS"))).hasStackTraceContaining("needs the unit");
        assertThat(taskOf(id).getName()).isEqualTo("Triage");
    }

    @Test
    void another_system_hands_a_matter_in_once() {
        // when
        var first = post(body("R-1", "赵一", "13900000011"));
        var again = post(body("R-1", "赵一", "13900000011"));

        // then
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(first.getBody()).containsKey("number").containsEntry("state", "OPEN");
        assertThat(again.getBody()).isEqualTo(first.getBody());
        var matter = complaints.find(Channel.CITY_12345, "R-1").orElseThrow();
        runJobs();
        assertThat(taskOf(matter.id()).getName()).isEqualTo("Triage");
        assertThat(get("R-1").getBody()).isEqualTo(first.getBody());
    }

    @Test
    void a_bad_matter_is_refused_with_every_fault_and_nothing_of_the_person() {
        // given
        var bad = new HashMap<>(body("R-2", "赵二", "1390000"));
        bad.put("channel", "PIGEON");
        bad.put("unit", "990199999999");
        bad.put("business", "13900000012");
        bad.put("officer", "wang\0");
        bad.remove("words");

        // when
        var answer = post(bad);

        // then
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().toString())
                .contains("channel", "PIGEON", "phone", "unit", "990199999999", "business", "words", "officer")
                .doesNotContain("赵二", "1390000");
        assertThat(complaints.find(Channel.CITY_12345, "R-2")).isEmpty();
    }

    @Test
    void words_may_have_lines_but_no_other_control_characters() {
        var lines = new HashMap<>(body("R-7", "赵五", "13900000015"));
        lines.put("words", "Nobody came.\nTwice.");
        var bell = new HashMap<>(body("R-8", "赵\u0007五", "13900000015"));

        assertThat(post(lines).getStatusCode().value()).isEqualTo(201);
        assertThat(post(bell).getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void what_is_not_json_is_refused_in_one_sentence() {
        // when
        var answer = http.exchange(
                "/api/complaints", HttpMethod.POST, new HttpEntity<>("{\"name\": \"赵三\",", headers()), String.class);

        // then
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("unreadable-complaint").doesNotContain("赵三");
    }

    @Test
    void nobody_hands_in_a_matter_without_a_key() {
        // given
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);

        // when
        var answer = http.exchange(
                "/api/complaints",
                HttpMethod.POST,
                new HttpEntity<>(body("R-3", "赵四", "13900000014"), headers),
                String.class);

        // then
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(complaints.find(Channel.CITY_12345, "R-3")).isEmpty();
    }

    @Test
    void a_key_hands_in_and_asks_after_matters_of_its_own_channel_only() {
        // given
        post(body("R-51", "赵五", "13900000015"));
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(keys.issue(new MachineClient("110-desk", Set.of("110"), Set.of("110"))));

        // when
        var handedIn = http.exchange(
                "/api/complaints",
                HttpMethod.POST,
                new HttpEntity<>(body("R-52", "赵六", "13900000016"), headers),
                String.class);
        var askedAfter = http.exchange(
                "/api/complaints?channel=12345&reference=R-51",
                HttpMethod.GET,
                new HttpEntity<>(headers),
                String.class);

        // then
        assertThat(handedIn.getStatusCode().value()).isEqualTo(403);
        assertThat(handedIn.getBody()).contains("not-your-channel").doesNotContain("赵六");
        assertThat(complaints.find(Channel.CITY_12345, "R-52")).isEmpty();
        assertThat(askedAfter.getStatusCode().value()).isEqualTo(404);
        assertThat(get("R-51").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void the_same_person_about_the_same_unit_is_recognised_across_channels() {
        // given
        post(body("R-4", "孙一", "13900000021"));
        runJobs();
        var earlier = complaints.find(Channel.CITY_12345, "R-4").orElseThrow();

        // when
        var id = takenByHand("COMPLAINT", "孙一", "139 0000 0021", POST);

        // then
        var task = taskOf(id);
        assertThat(task.getName()).isEqualTo("Decide duplicate");
        assertThat(duplicates.of(id)).singleElement().satisfies(suggestion -> {
            assertThat(suggestion.other().id()).isEqualTo(earlier.id());
            assertThat(suggestion.reasons())
                    .containsExactly(
                            Suggestion.Reason.SAME_PERSON, Suggestion.Reason.SAME_UNIT, Suggestion.Reason.STILL_OPEN);
        });
        assertThat(forms.getTaskFormVariables(task.getId(), List.of("duplicateReasons", "matterChoices"), false)
                        .get("duplicateReasons"))
                .isEqualTo(earlier.number() + " Household registration: the same person, the same unit, still open");
        assertThat(forms.getTaskFormVariables(task.getId(), List.of("matterChoices"), true)
                        .get("matterChoices"))
                .asString()
                .contains(earlier.number());

        // when
        submit(
                "triage1",
                id,
                Map.of(
                        "duplicateVerdict",
                        "JOINED",
                        "joinedTo",
                        earlier.id().toString(),
                        "duplicateWords",
                        "the same evening"));

        // then
        var joined = complaints.find(id).orElseThrow();
        assertThat(joined.state()).isEqualTo(Complaint.State.JOINED);
        assertThat(joined.joinedTo()).isEqualTo(earlier.id());
        assertThat(sms.ofLine(joined.line())).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains(joined.number(), "together with your matter " + earlier.number()));
        assertThat(complaints.find(earlier.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void another_person_on_the_same_telephone_is_suggested_with_that_reason() {
        // given
        post(body("R-5", "孙二", "13900000022"));
        runJobs();

        // when
        var id = takenByHand("COMPLAINT", "孙三", "13900000022", POST);

        // then
        assertThat(duplicates.of(id)).singleElement().satisfies(suggestion -> assertThat(suggestion.reasons())
                .contains(Suggestion.Reason.SAME_LINE)
                .doesNotContain(Suggestion.Reason.SAME_PERSON));
    }

    @Test
    void a_closed_matter_is_remembered_but_nothing_is_joined_to_it() {
        // given
        var closed = takenByHand("CONSULTATION", "孙四", "13900000024", POST);
        submit("triage1", closed, triage("CONSULTATION"));
        submit("triage1", closed, Map.of("answerWords", "Yes."));

        // when
        var id = takenByHand("COMPLAINT", "孙四", "13900000024", POST);

        // then
        assertThat(duplicates.of(id)).singleElement().satisfies(suggestion -> assertThat(suggestion.reasons())
                .contains(Suggestion.Reason.RECENT));
        assertThat(duplicates.joinable(id)).isEmpty();
        assertThat(taskOf(id).getName()).isEqualTo("Triage");
        assertThatThrownBy(() -> duplicates.join(id, closed, "triage1", null)).isInstanceOf(NotJoinable.class);
    }

    @Test
    void a_matter_about_something_else_is_no_duplicate() {
        // given
        post(body("R-6", "孙五", "13900000025"));
        runJobs();

        // when
        var id = takenByHand("COMPLAINT", "孙五", "13900000025");

        // then
        assertThat(duplicates.of(id)).isEmpty();
    }

    @Test
    void a_matter_about_somebody_at_the_centre_is_held_against_no_other_of_the_same_person() {
        // given
        var person = person("孙六", "13900000026");
        taken(person, null);

        // when
        var aboutReviewer = taken(person, "reviewer1");
        var again = taken(person, "reviewer1");

        // then
        assertThat(duplicates.suggest(aboutReviewer)).isEmpty();
        assertThat(duplicates.suggest(again))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.other().id()).isEqualTo(aboutReviewer));
        assertThat(duplicates.suggest(taken(person, null))).hasSize(1);
    }

    @Test
    void every_reason_a_caller_ticks_is_a_category_of_triage() {
        assertThat(Category.values())
                .extracting(Enum::name)
                .containsAll(Arrays.stream(CallReason.values()).map(Enum::name).toList());
    }

    private ComplaintId takenByHand(String kind, String name, String phone) {
        return takenByHand(kind, name, phone, null);
    }

    private ComplaintId takenByHand(String kind, String name, String phone, UnitCode unit) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("complaint")
                .latestVersion()
                .singleResult();
        var filledIn = new HashMap<String, Object>(Map.of(
                "channel", "HOTLINE", "kind", kind, "citizenName", name, "citizenPhone", phone, "complaintWords", "…"));
        if (unit != null) {
            filledIn.put("unit", unit.value());
        }
        identity.setAuthentication("triage1", List.of("triage"));
        var instance = forms.submitStartForm(definition.getId(), filledIn);
        identity.clearAuthentication();
        return ComplaintId.of((String) runtime.getVariable(instance.getId(), "matterId"));
    }

    private ComplaintId taken(Enrolled who, String officer) {
        return complaints
                .take(new RaisedMatter(
                        Channel.HOTLINE,
                        null,
                        Kind.COMPLAINT,
                        null,
                        who.person(),
                        who.line(),
                        null,
                        null,
                        POST.value(),
                        officer,
                        "caller1"))
                .id();
    }

    private void submit(String user, ComplaintId id, Map<String, Object> filledIn) {
        var task = taskOf(id);
        var groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
        try {
            tasks.claim(task.getId(), user);
            forms.submitTaskForm(task.getId(), filledIn);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task taskOf(ComplaintId id) {
        return tasks.createTaskQuery()
                .processVariableValueEquals("matterId", id.toString())
                .singleResult();
    }

    private void runJobs() {
        jobs.createJobQuery().messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private Enrolled person(String name, String phone) {
        return citizens.enrol(List.of(new Told(name, phone, false))).get(0);
    }

    private static Contact contact(Enrolled person, String officer) {
        return new Contact(
                new ContactId(UUID.randomUUID()),
                "window",
                UUID.randomUUID().toString(),
                "window",
                "household",
                Instant.parse("2026-03-01T02:00:00Z"),
                POST.value(),
                officer,
                person.person(),
                person.line());
    }

    private static Map<String, Object> triage(String jurisdiction) {
        return Map.of("jurisdiction", jurisdiction, "category", "OTHER", "severity", "ORDINARY");
    }

    private static Map<String, String> body(String reference, String name, String phone) {
        return Map.of(
                "reference",
                reference,
                "channel",
                "12345",
                "kind",
                "COMPLAINT",
                "name",
                name,
                "phone",
                phone,
                "unit",
                POST.value(),
                "business",
                "household",
                "words",
                "Nobody came.");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> post(Map<String, String> body) {
        return (ResponseEntity)
                http.exchange("/api/complaints", HttpMethod.POST, new HttpEntity<>(body, headers()), Map.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> get(String reference) {
        return (ResponseEntity) http.exchange(
                "/api/complaints?channel=12345&reference=" + reference,
                HttpMethod.GET,
                new HttpEntity<>(headers()),
                Map.class);
    }

    private static HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(key);
        return headers;
    }
}
