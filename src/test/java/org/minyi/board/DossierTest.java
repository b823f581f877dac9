package org.minyi.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Category;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Jurisdiction;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.complaint.Severity;
import org.minyi.complaint.Triage;
import org.minyi.complaint.TriageVerdict;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.question.NewQuestion;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.supervision.Supervision;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands beside the form, and for whom. */
@MinyiTest
class DossierTest {

    private static final String NUMBER = "13800001234";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Complaints complaints;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient db;

    @Autowired
    Triage triage;

    @Autowired
    Supervision supervision;

    @Autowired
    Questions questions;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    Replies replies;

    @Autowired
    Clock clock;

    private Complaint matter;

    @BeforeEach
    void a_matter_raised_on_the_hotline() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("caller1", "triage1", "inspector1", "officer1", "officer2"), "minyi");
        var person = citizens.enrol(List.of(new Told("欧阳明月", NUMBER, false))).get(0);
        var said = words.keep(person.person(), "跑了三趟 <b>还没办好</b>");
        matter = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                said,
                null,
                SmallCity.NORTH_POST.value(),
                null,
                "caller1"));
    }

    @Test
    void a_caller_about_to_dial_sees_name_and_whole_number_and_the_look_is_recorded() {
        var call = claimed("caller1", taskToCall());

        var dossier = asked("caller1", call);

        assertThat(dossier.at("/person/name").asText()).isEqualTo("欧阳明月");
        assertThat(dossier.at("/person/number").asText()).isEqualTo(NUMBER);
        assertThat(dossier.at("/person/canDial").asBoolean()).isTrue();
        assertThat(db.sql("select told::json ->> 'task' from audit.fact"
                                + " where deed = 'DOSSIER_READ' and by_whom = 'caller1' and matter_id = :matter")
                        .param("matter", matter.id().value())
                        .query(String.class)
                        .list())
                .as("the reading itself is a fact too")
                .containsExactly(call);
        assertThat(dossier.at("/matter/number").asText()).isEqualTo(matter.number());
        assertThat(db.sql("select told::json ->> 'shown' from audit.fact"
                                + " where deed = 'IDENTITY_SEEN' and by_whom = 'caller1' and matter_id = :matter")
                        .param("matter", matter.id().value())
                        .query(String.class)
                        .list())
                .containsOnly("FULL");
    }

    @Test
    void who_belongs_to_the_unit_complained_about_dials_nobody_even_with_the_call_in_hand() {
        db.sql("update complaint set respondent_unit = :centre where id = :matter")
                .param("centre", SmallCity.CENTRE.value())
                .param("matter", matter.id().value())
                .update();

        var dossier = asked("caller1", claimed("caller1", taskToCall()));

        assertThat(dossier.at("/person/name").asText()).isEqualTo("The citizen");
        assertThat(dossier.at("/person/canDial").asBoolean()).isFalse();
        assertThat(dossier.toString()).doesNotContain("欧阳明月", "1234");
    }

    @Test
    void the_inspector_dials_where_the_centre_is_complained_about() {
        db.sql("update complaint set respondent_unit = :centre where id = :matter")
                .param("centre", SmallCity.CENTRE.value())
                .param("matter", matter.id().value())
                .update();

        var dossier = asked("inspector1", claimed("inspector1", taskToCall()));

        assertThat(dossier.at("/person/number").asText()).isEqualTo(NUMBER);
        assertThat(dossier.at("/person/canDial").asBoolean()).isTrue();
    }

    @Test
    void a_call_from_a_survey_shows_whom_to_call_and_their_story() {
        var contact = contact();
        runtime.startProcessInstanceByKey(
                "phone-question",
                contact.toString(),
                Map.of(
                        "matterId",
                        contact.toString(),
                        "matterTitle",
                        "Household registration",
                        "personId",
                        matter.person().toString(),
                        "questionId",
                        UUID.randomUUID().toString(),
                        "phoneReason",
                        "UNCLEAR_REPLY",
                        "round",
                        0));
        jobs.createJobQuery()
                .processDefinitionKey("phone-question")
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));

        var dossier = asked("caller1", claimed("caller1", taskAbout(contact.toString())));

        assertThat(dossier.has("matter")).as("nobody has complained").isFalse();
        assertThat(dossier.at("/person/name").asText()).isEqualTo("欧阳明月");
        assertThat(dossier.at("/person/number").asText()).isEqualTo(NUMBER);
        assertThat(dossier.at("/person/canDial").asBoolean()).isTrue();
        assertThat(kinds(dossier)).contains("CONTACT");
        assertThat(dossier.at("/earlier").findValuesAsText("number")).contains(matter.number());
        assertThat(dossier.at("/deadline/rule").asText()).isNotBlank();
        assertThat(db.sql("select told::json ->> 'shown' from audit.fact"
                                + " where deed = 'IDENTITY_SEEN' and by_whom = 'caller1' and matter_id = :contact")
                        .param("contact", contact)
                        .query(String.class)
                        .list())
                .containsOnly("FULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller1", "triage1"})
    void who_tells_by_phone_how_a_matter_ended_sees_the_whole_number(String user) {
        runtime.createProcessInstanceByKey("complaint")
                .businessKey(matter.id().toString())
                .startBeforeActivity("userTask_tellByPhone")
                .setVariables(facts())
                .execute();

        var dossier = asked(user, claimed(user, taskAbout(matter.id().toString())));

        assertThat(dossier.at("/person/number").asText()).isEqualTo(NUMBER);
        assertThat(dossier.at("/person/canDial").asBoolean()).isTrue();
    }

    @Test
    void the_centre_reads_everything_that_happened_on_one_timeline() {
        var contact = contact();
        questions.ask(new NewQuestion(
                Subject.CONTACT,
                contact,
                1,
                UUID.randomUUID(),
                matter.person(),
                matter.line(),
                "Were you satisfied? {code}",
                clock.instant().plus(Duration.ofDays(1))));
        var code = questions.of(matter.person()).get(0).code();
        inbox.replies(List.of(
                new IncomingSms(UUID.randomUUID().toString(), NUMBER, "" + code, "3 nobody came", clock.instant())));
        replies.applyAll();
        var call = taskToCall();
        tasks.claim(call, "caller1");
        tasks.complete(call, Map.of("callOutcome", "DISSATISFIED", "callReason", "DELAY", "callWords", "两次没人"));
        triage.note(
                matter.id(),
                new TriageVerdict(
                        Category.DELAY,
                        Severity.ORDINARY,
                        Jurisdiction.OURS,
                        SmallCity.NORTH_POST,
                        null,
                        "triage1",
                        words.keep(matter.person(), "ours")));
        supervision.remindLate(
                matter.id().value(), SmallCity.NORTH_POST, 1, UUID.randomUUID(), Instant.parse("2026-03-02T01:00:00Z"));

        var dossier = asked("triage1", taskFor("triage"));

        assertThat(kinds(dossier)).contains("CONTACT", "SMS_OUT", "SMS_IN", "CALL", "TRIAGE", "STEP", "LETTER");
        assertThat(dossier.at("/timeline").findValuesAsText("at")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(dossier.at("/timeline").findValuesAsText("text")).contains("nobody came", "两次没人", "ours");
        // The bad answer has become a matter of its own; here it is the other one.
        var raised = complaints.find(
                Channel.SMS, questions.of(matter.person()).get(0).id().toString());
        assertThat(dossier.at("/earlier").findValuesAsText("number"))
                .contains(raised.orElseThrow().number())
                .doesNotContain(matter.number());
    }

    @Test
    void triage_reads_whom_the_source_named_even_if_nobody_here_knows_them() {
        matter = complaints.take(new RaisedMatter(
                Channel.CITY_12345,
                "named-" + UUID.randomUUID(),
                Kind.COMPLAINT,
                null,
                matter.person(),
                matter.line(),
                matter.words(),
                null,
                null,
                "badge 012345",
                "12345"));

        assertThat(asked("triage1", taskFor("triage")).at("/timeline").findValuesAsText("title"))
                .contains("Named by whoever told: badge 012345");
    }

    @Test
    void the_centre_sees_name_and_number_masked() {
        var dossier = asked("triage1", taskFor("triage"));

        assertThat(dossier.at("/person/name").asText()).isEqualTo("欧**");
        assertThat(dossier.at("/person/number").asText()).isEqualTo("138****1234");
        assertThat(dossier.at("/person/canDial").asBoolean()).isFalse();
    }

    @Test
    void a_call_that_nobody_has_in_hand_shows_no_whole_number() {
        var dossier = asked("caller1", taskToCall());

        assertThat(dossier.at("/person/number").asText()).isEqualTo("138****1234");
        assertThat(dossier.at("/person/canDial").asBoolean()).isFalse();
    }

    @Test
    void a_call_in_somebody_elses_hand_or_given_back_shows_no_whole_number() {
        organisation.enlist(List.of(new Member("caller2", "Caller Two", SmallCity.CENTRE, Set.of(Role.CALLER))));
        logins.give(List.of("caller2"), "minyi");
        var call = claimed("caller1", taskToCall());
        assertThat(asked("caller1", call).at("/person/number").asText()).isEqualTo(NUMBER);

        var others = asked("caller2", call);
        tasks.setAssignee(call, null);
        var givenBack = asked("caller1", call);

        assertThat(List.of(others, givenBack)).allSatisfy(dossier -> {
            assertThat(dossier.at("/person/number").asText()).isEqualTo("138****1234");
            assertThat(dossier.at("/person/canDial").asBoolean()).isFalse();
            assertThat(dossier.toString()).doesNotContain(NUMBER, "欧阳明月");
        });
    }

    @Test
    void a_task_in_a_matter_that_is_not_the_units_shows_no_dossier() {
        var task = taskFor("officer." + SmallCity.NORTH_POST);

        assertThat(get(login("officer1"), task, String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_unit_works_on_the_matter_of_somebody_without_name_and_number() {
        inHand(SmallCity.NORTH_POST);
        var dossier = asked("officer1", taskFor("officer." + SmallCity.NORTH_POST));

        assertThat(dossier.at("/person/name").asText()).isEqualTo("The citizen");
        assertThat(dossier.at("/person").has("number")).isFalse();
        assertThat(dossier.toString()).doesNotContain("欧阳明月").doesNotContain(NUMBER);
        assertThat(dossier.at("/holder/unit").asText()).isEqualTo("North Bridge Station");
        assertThat(dossier.at("/earlier")).isEmpty();
        assertThat(db.sql("select count(*) from audit.fact where deed = 'IDENTITY_SEEN' and by_whom = 'officer1'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_story_tells_how_the_matter_came_in_and_what_the_person_said() {
        var raised = asked("triage1", taskFor("triage")).at("/timeline/0");

        assertThat(raised.get("title").asText()).isEqualTo("Raised on the hotline");
        assertThat(raised.get("text").asText()).isEqualTo("跑了三趟 <b>还没办好</b>");
        assertThat(raised.get("by").asText()).isEqualTo("Caller One");
    }

    @Test
    void the_story_is_told_in_the_readers_language() {
        var session = login("triage1");
        session.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");

        var dossier = get(session, taskFor("triage"), JsonNode.class).getBody();

        assertThat(dossier.at("/timeline/0/title").asText()).isEqualTo("民意热线提出");
    }

    @Test
    void the_deadline_says_why() {
        var dossier = asked("caller1", taskToCall());

        // The engine keeps milliseconds.
        assertThat(Instant.parse(dossier.at("/deadline/due").asText()).truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(dossier.at("/holder/due").asText());
        assertThat(dossier.at("/deadline/rule").asText()).isNotBlank();
        assertThat(dossier.at("/deadline/allowed").asText()).containsPattern("\\d+ (working day|hour)");
    }

    @Test
    void a_further_attempt_has_a_deadline_of_its_own_and_says_why() {
        var first = taskToCall();
        tasks.claim(first, "caller1");
        tasks.complete(first, Map.of("callOutcome", "NO_ANSWER"));
        jobs.createJobQuery()
                .timers()
                .activityId("event_nextAttemptDue")
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));

        var dossier = asked("caller1", taskAbout(matter.id().toString()));

        assertThat(Instant.parse(dossier.at("/deadline/due").asText()).truncatedTo(ChronoUnit.MILLIS))
                .isEqualTo(dossier.at("/holder/due").asText());
    }

    @Test
    void whoever_may_not_see_the_task_learns_nothing_not_even_that_it_is_there() {
        var task = taskFor("officer." + SmallCity.NORTH_POST);

        var foreign = get(login("officer2"), task, String.class);
        var unknown = get(login("officer2"), "no-such-task", String.class);

        assertThat(foreign.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(foreign.getBody()).contains("urn:minyi:problem:no-such-dossier");
        assertThat(foreign.getBody().replace(task, ""))
                .isEqualTo(unknown.getBody().replace("no-such-task", ""));
    }

    @Test
    void without_a_login_there_is_no_dossier() {
        assertThat(get(new HttpHeaders(), taskFor("triage"), String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void a_dossier_is_kept_by_no_cache() {
        assertThat(get(login("triage1"), taskFor("triage"), String.class)
                        .getHeaders()
                        .getCacheControl())
                .contains("no-store");
    }

    /** A dealing of this person with a window, yesterday. */
    private UUID contact() {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, person_id,
                                             line_id, arrived_at)
                        values (:id, 'test', :id::text, 'window-service', 'household-registration',
                                now() - interval '1 day', :unit, :person, :line, now())
                        """)
                .param("id", id)
                .param("unit", SmallCity.NORTH_POST.value())
                .param("person", matter.person().value())
                .param("line", matter.line().value())
                .update();
        return id;
    }

    private String taskAbout(String matterId) {
        return tasks.createTaskQuery()
                .processVariableValueEquals("matterId", matterId)
                .singleResult()
                .getId();
    }

    private static List<String> kinds(JsonNode dossier) {
        return dossier.at("/timeline").findValuesAsText("kind");
    }

    /** The return call as delivered, at its first task. */
    private String taskToCall() {
        var instance =
                runtime.startProcessInstanceByKey("return-call", matter.id().toString(), facts());
        jobs.createJobQuery().processInstanceId(instance.getId()).list().forEach(job -> jobs.executeJob(job.getId()));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    /** A drawing of an owner's own, offered to one group. */
    private String taskFor(String group) {
        var id = "own-" + group.replace('.', '-');
        var drawing = Bpmn.createExecutableProcess(id)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("userTask_look")
                .name("Have a look")
                .camundaCandidateGroups(group)
                .endEvent()
                .done();
        repository.createDeployment().addModelInstance(id + ".bpmn", drawing).deploy();
        var instance = runtime.startProcessInstanceByKey(id, matter.id().toString(), facts());
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private String claimed(String user, String task) {
        tasks.claim(task, user);
        return task;
    }

    private void inHand(UnitCode post) {
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, executing_unit, state, opened_at)
                        values (gen_random_uuid(), :matter, :number, :person, 'OTHER', 'ORDINARY', :post, 'RECTIFYING', now())
                        """)
                .param("matter", matter.id().value())
                .param("number", matter.number())
                .param("person", matter.person().value())
                .param("post", post.value())
                .update();
    }

    private Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("matterId", matter.id().toString());
        facts.put("matterNumber", matter.number());
        facts.put("matterTitle", matter.title());
        facts.put("personId", matter.person().toString());
        facts.put("severity", "ORDINARY");
        facts.put("category", "OTHER");
        facts.put("round", 1);
        return facts;
    }

    private JsonNode asked(String user, String task) {
        var answer = get(login(user), task, JsonNode.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }

    private <T> ResponseEntity<T> get(HttpHeaders session, String task, Class<T> type) {
        return http.exchange(
                RequestEntity.method(HttpMethod.GET, "/dossier/api/tasks/" + task)
                        .headers(session)
                        .build(),
                type);
    }

    /** What the browser sends along of somebody who is logged in. */
    private HttpHeaders login(String user) {
        var session = new HttpHeaders();
        session.add(HttpHeaders.COOKIE, LoggedIn.as(port, user, "minyi").cookies());
        session.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
        return session;
    }
}
