package org.minyi.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.Hands;
import org.minyi.channel.phone.PhoneRoom;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.desk.Logins;
import org.minyi.organisation.SmallCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Click to dial from the dossier, and what becomes of the call in the story of the matter. */
class DialTest extends PhoneRoom {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Logins logins;

    @Autowired
    WordsBook words;

    @Autowired
    Complaints complaints;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    private Complaint matter;
    private String task;

    @BeforeEach
    void a_call_that_caller_one_has_in_hand() {
        logins.give(List.of("caller1", "triage1", "officer1"), "minyi");
        var person = citizens.enrol(List.of(new Told("欧阳明月", NUMBER, false))).get(0);
        matter = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), "跑了三趟"),
                null,
                SmallCity.NORTH_POST.value(),
                null,
                "caller1"));
        var facts = new HashMap<String, Object>(Map.of(
                "matterId", matter.id().toString(),
                "matterNumber", matter.number(),
                "matterTitle", matter.title(),
                "personId", matter.person().toString(),
                "severity", "ORDINARY",
                "category", "OTHER",
                "round", 1));
        var instance =
                runtime.startProcessInstanceByKey("return-call", matter.id().toString(), facts);
        jobs.createJobQuery().processInstanceId(instance.getId()).list().forEach(job -> jobs.executeJob(job.getId()));
        task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        tasks.claim(task, "caller1");
    }

    @Test
    void one_click_rings_both_and_what_the_exchange_tells_stands_under_the_attempt() throws Exception {
        var dossier = dossier("caller1");
        assertThat(dossier.at("/person/dial").asText()).isEqualTo("CLICK");
        assertThat(dossier.at("/person/name").asText()).isEqualTo("欧阳明月");
        assertThat(dossier.at("/person/number").asText())
                .as("which nobody has to read")
                .isEqualTo("138****0077");

        var dialled = dial("caller1");
        assertThat(dialled.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        var id = dialled.getBody().at("/call").asText();
        assertThat(ASTERISK.dialled()).containsEntry("Exten", "9" + NUMBER).containsEntry("ChannelId", id);
        assertThat(state()).isEqualTo("RINGS_HERE");
        ASTERISK.tells(
                "Newstate",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "ChannelState",
                "6",
                "ChannelStateDesc",
                "Up",
                "Channel",
                "PJSIP/8001-00000001",
                "Timestamp",
                "1893456000.0");
        await().until(() -> state().equals("RINGS_THERE"));
        ASTERISK.tells(
                "DialEnd",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "DialStatus",
                "ANSWER",
                "DestChannel",
                "PJSIP/trunk-00000002",
                "Timestamp",
                "1893456012.0");
        await().until(() -> state().equals("SPEAKING"));
        new Hands(http)
                .submits(
                        "caller1",
                        task,
                        Hands.fields("callOutcome", "DISSATISFIED", "callReason", "DELAY", "callWords", "太慢了"));
        ASTERISK.tells(
                "VarSet",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "Variable",
                "MIXMONITOR_FILENAME",
                "Value",
                "2030/01/" + id + ".wav",
                "Channel",
                "PJSIP/8001-00000001");
        ASTERISK.tells("Hangup", "Uniqueid", id, "Linkedid", id, "Cause", "16", "Timestamp", "1893456233.0");
        awaitEnded(UUID.fromString(id));

        runJobs();
        var told = as("triage1")
                .getForObject("/board/api/matters/" + matter.id(), JsonNode.class)
                .at("/timeline");
        assertThat(told).anySatisfy(entry -> {
            assertThat(entry.at("/title").asText()).isEqualTo("Call 1: dissatisfied");
            assertThat(entry.at("/text").asText())
                    .startsWith("Rang 0:12, talked 3:41\nRecording 2030/01/" + id + ".wav\n")
                    .contains("太慢了");
        });
        assertThat(told.findValuesAsText("title")).as("once only").doesNotContain("Called");
        var facts = db.sql("select deed || ' ' || coalesce(told::json ->> 'shown', '') from audit.fact"
                        + " where by_whom = 'caller1' and matter_id = :matter order by 1")
                .param("matter", matter.id().value())
                .query(String.class)
                .list();
        assertThat(facts).contains("CALL_DIALLED ", "IDENTITY_SEEN FULL");
    }

    @Test
    void a_call_that_is_no_attempt_yet_stands_in_the_story_by_itself() throws Exception {
        var id = dial("caller1").getBody().at("/call").asText();
        ASTERISK.dialled();
        ASTERISK.tells("Hangup", "Uniqueid", id, "Linkedid", id, "Cause", "19");
        awaitEnded(UUID.fromString(id));

        assertThat(dossier("caller1").at("/timeline")).anySatisfy(entry -> {
            assertThat(entry.at("/title").asText()).isEqualTo("Called");
            assertThat(entry.at("/text").asText()).isEqualTo("The telephone here was not picked up");
            assertThat(entry.at("/by").asText()).isEqualTo("Caller One");
        });
        assertThat(state()).isEqualTo("OVER");
    }

    @Test
    void nobody_dials_whom_they_could_not_have_read_the_number_of() {
        assertThat(dial("triage1").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(dial("officer1").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        tasks.setAssignee(task, null);
        assertThat(dial("caller1").getStatusCode()).as("given back").isEqualTo(HttpStatus.NOT_FOUND);
        tasks.claim(task, "caller1");
        db.sql("update complaint set respondent_unit = :centre where id = :matter")
                .param("centre", SmallCity.CENTRE.value())
                .param("matter", matter.id().value())
                .update();
        assertThat(dial("caller1").getStatusCode())
                .as("of the unit complained about")
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(ASTERISK.wasAskedToDial()).isFalse();
    }

    @Test
    void without_an_extension_the_number_is_shown_as_ever() {
        extensions.set("caller1", null, "admin1");
        var dossier = dossier("caller1");
        assertThat(dossier.at("/person/dial").asText()).isEqualTo("NO_EXTENSION");
        assertThat(dossier.at("/person/number").asText()).isEqualTo(NUMBER);
        assertThat(dial("caller1").getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void an_exchange_that_refuses_is_told_and_nothing_rings() throws Exception {
        ASTERISK.answersDialling("Error");
        var refused = dial("caller1");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refused.getBody().at("/detail").asText()).isEqualTo("the exchange refused to dial");
        ASTERISK.dialled();
    }

    private String state() {
        return as("caller1")
                .getForObject("/dossier/api/tasks/" + task + "/call", JsonNode.class)
                .at("/state")
                .asText();
    }

    private JsonNode dossier(String user) {
        return as(user).getForObject("/dossier/api/tasks/" + task, JsonNode.class);
    }

    private ResponseEntity<JsonNode> dial(String user) {
        return as(user).postForEntity("/dossier/api/tasks/" + task + "/call", null, JsonNode.class);
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "minyi");
    }

    private void runJobs() {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            jobs.createJobQuery().messages().withRetriesLeft().list().forEach(job -> jobs.executeJob(job.getId()));
            return jobs.createJobQuery().messages().withRetriesLeft().count() == 0;
        });
    }
}
