package org.minyi.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.Hands;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.CallNews.What;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneRoom;
import org.minyi.citizen.Told;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.desk.Logins;
import org.minyi.organisation.SmallCity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** Calls to the hotlines: the form that is on the desk at once, the matters that come of them, and the figures. */
class HotlineTest extends PhoneRoom {

    private static final String WORDS = "等了两个小时没人接待";

    @Autowired
    TestRestTemplate http;

    @Autowired
    Logins logins;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Complaints complaints;

    @Autowired
    Clock clock;

    private String call;

    @BeforeEach
    void nobody_speaks() {
        logins.give(List.of("caller1", "triage1", "inspector1", "liaison1", "officer1", "admin1", "auditor1"), "minyi");
        call = "h-" + UUID.randomUUID();
        for (var running : runtime.createProcessInstanceQuery()
                .processDefinitionKeyIn("hotline-call", "police-hotline")
                .list()) {
            runtime.deleteProcessInstance(running.getId(), "the next test");
        }
    }

    @Test
    void whoever_picks_up_has_the_form_with_the_persons_story_and_what_is_said_becomes_their_matter() {
        var number = "13900000101";
        var known = citizens.enrol(List.of(new Told("欧阳明月", number, false))).get(0);
        answered(Hotline.PUBLIC, number);

        var task = onTheLine("caller1").at("/task/task").asText();
        assertThat(onTheLine("caller1").at("/task/confidential").asBoolean()).isFalse();
        assertThat(onTheLine("triage1").has("task")).isFalse();
        var dossier = as("caller1").getForObject("/dossier/api/tasks/" + task, JsonNode.class);
        assertThat(dossier.at("/person/name").asText()).isEqualTo("欧**");
        assertThat(dossier.at("/person/number").asText()).isEqualTo("139****0101");
        assertThat(dossier.at("/holder/task").asText()).isEqualTo("Take call");
        assertThat(dossier.at("/deadline/rule").asText()).contains("within the hour");

        submit(
                "caller1",
                task,
                "takenAs",
                "MATTER",
                "kind",
                "COMPLAINT",
                "complaintWords",
                WORDS,
                "unit",
                SmallCity.NORTH_POST.value());

        var matter = raised(Channel.HOTLINE);
        assertThat(matter.person()).isEqualTo(known.person());
        assertThat(matter.line()).isEqualTo(known.line());
        assertThat(matter.respondentUnit()).isEqualTo(SmallCity.NORTH_POST);
        assertThat(matter.raisedBy()).isEqualTo("caller1");
        assertThat(came("north", call).orElseThrow().matter())
                .isEqualTo(matter.id().value());
        assertThat(onTheLine("caller1").has("task")).isFalse();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("complaint")
                        .processInstanceBusinessKey(matter.id().toString())
                        .count())
                .isEqualTo(1);
        var story = as("triage1").getForObject("/board/api/matters/" + matter.id(), JsonNode.class);
        assertThat(story.at("/timeline").findValuesAsText("title")).contains("Called the hotline");
    }

    @Test
    void of_an_unknown_caller_the_name_and_the_line_are_known_from_then_on() {
        var number = "13900000102";
        var first = take(number, "citizenName", "张三");
        assertThat(first.line()).isEqualTo(citizens.lines(List.of(number)).get(number));
        assertThat(citizens.onLine(first.line())).containsExactly(first.person());

        assertThat(take(number, "citizenName", "张三").person())
                .as("the same name on the same line is the same person")
                .isEqualTo(first.person());
        assertThat(take(number).person()).as("one person alone is known there").isEqualTo(first.person());
        var other = take(number, "citizenName", "李四").person();
        assertThat(other).isNotEqualTo(first.person());
        assertThat(personOfACallFrom(number)).as("among two nobody guesses").isNull();
    }

    @Test
    void a_withheld_number_leaves_a_form_without_a_person() {
        var matter = take("anonymous");
        assertThat(matter.line()).isNull();
        assertThat(matter.person()).isNotNull();
    }

    @Test
    void what_is_told_in_the_wrong_order_and_twice_puts_one_form_on_the_desk() {
        var at = clock.instant();
        tell(What.ENDED, at.plusSeconds(60), null, null);
        tell(What.ANSWERED, at.plusSeconds(5), null, "8001");
        assertThat(onTheLine("caller1").has("task"))
                .as("nobody knows yet which call it is")
                .isFalse();
        tell(What.CALLED, at, Hotline.PUBLIC, null);
        tell(What.CALLED, at, Hotline.PUBLIC, null);
        tell(What.ANSWERED, at.plusSeconds(5), null, "8001");

        assertThat(tasks.createTaskQuery().processDefinitionKey("hotline-call").count())
                .isEqualTo(1);
    }

    @Test
    void an_officer_may_stay_unnamed_and_nothing_tells_who_it_was() {
        answered(Hotline.POLICE, "13900000103");
        var task = onTheLine("caller1").at("/task/task").asText();
        assertThat(onTheLine("caller1").at("/task/confidential").asBoolean()).isTrue();
        for (var user : List.of("triage1", "liaison1", "officer1")) {
            assertThat(as(user).getForEntity("/dossier/api/tasks/" + task, String.class)
                            .getStatusCode())
                    .as(user)
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        submit(
                "caller1",
                task,
                "wordKind",
                "MATTER",
                "kind",
                "REPORT",
                "officerNamed",
                "UNNAMED",
                "complaintWords",
                "单位加班不给调休");

        var matter = raised(Channel.POLICE_HOTLINE);
        assertThat(matter.line()).isNull();
        assertThat(db.sql("select count(*) from phone_call where line_id is not null and hotline = 'POLICE'")
                        .query(Long.class)
                        .single())
                .isZero();
        var face = citizens.lookAt(matter.person(), "auditor1", matter.id().value(), false);
        assertThat(face.number()).isNull();
        assertThat(face.name()).as("two stars would stand for a name").isNull();
    }

    @Test
    void an_officer_who_agrees_is_known_and_can_be_told_the_answer() {
        answered(Hotline.POLICE, "13900000104");
        var task = onTheLine("caller1").at("/task/task").asText();
        submit(
                "caller1",
                task,
                "wordKind",
                "MATTER",
                "kind",
                "SUGGESTION",
                "officerNamed",
                "NAMED",
                "citizenName",
                "王警官",
                "citizenPhone",
                "13900000105",
                "complaintWords",
                "建议增加窗口");

        assertThat(raised(Channel.POLICE_HOTLINE).line())
                .isEqualTo(citizens.lines(List.of("13900000105")).get("13900000105"));
    }

    @Test
    void the_figures_count_who_was_connected_and_who_within_fifteen_seconds() {
        db.sql("delete from phone_call").update();
        var at = Instant.parse("2030-03-01T00:00:00Z");
        one(at, 15, 75);
        one(at.plusSeconds(60), 16, 46);
        one(at.plusSeconds(120), -1, 30);
        one(at.plusSeconds(180), -1, -1);

        var days = calls.days(LocalDate.parse("2030-03-01"), LocalDate.parse("2030-03-02"));

        assertThat(days).singleElement().satisfies(day -> {
            assertThat(day.calls()).isEqualTo(4);
            assertThat(day.connected()).isEqualTo(2);
            assertThat(day.inTime()).isEqualTo(1);
            assertThat(day.givenUp()).isEqualTo(1);
            assertThat(day.ringing()).isEqualTo(1);
            assertThat(day.meanTalkSeconds()).isEqualTo(45);
            assertThat(day.hotline()).isEqualTo(Hotline.PUBLIC);
        });
        assertThat(calls.days(LocalDate.parse("2030-03-02"), LocalDate.parse("2030-03-03")))
                .isEmpty();
    }

    @Test
    void the_centre_reads_the_figures_and_everybody_else_their_own_extension_alone() {
        assertThat(as("auditor1").getForObject("/hotline/api", JsonNode.class).has("days"))
                .isTrue();
        var overview = as("caller1").getForObject("/hotline/api", JsonNode.class);
        assertThat(overview.at("/connected").asBoolean()).isTrue();
        assertThat(overview.at("/extension").asText()).isEqualTo("8001");
        assertThat(as("officer1").getForObject("/hotline/api", JsonNode.class).has("days"))
                .isFalse();
        assertThat(http.getForEntity("/hotline/api", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void people_say_where_their_own_telephone_stands_and_an_administrator_where_others_do() {
        assertThat(place("triage1", null, "8005")).isEqualTo(HttpStatus.OK);
        assertThat(extensions.of("triage1")).hasValue("8005");
        assertThat(place("triage1", null, "8001")).as("caller1's").isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(place("triage1", null, "8001;rm")).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(extensions.of("triage1")).as("still").hasValue("8005");
        assertThat(place("triage1", "caller1", "8009")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(place("admin1", "nobody", "8009")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(place("admin1", "triage1", "8006")).isEqualTo(HttpStatus.OK);
        assertThat(extensions.holder("8006")).hasValue("triage1");
        assertThat(extensions.holder("8005")).isEmpty();
        assertThat(place("triage1", null, "")).isEqualTo(HttpStatus.OK);
        assertThat(extensions.of("triage1")).isEmpty();
    }

    @Test
    void an_administrator_finds_somebody_by_their_login_and_nobody_else_does() {
        assertThat(as("admin1")
                        .getForObject("/hotline/api", JsonNode.class)
                        .at("/placesOthers")
                        .asBoolean())
                .isTrue();
        var found = as("admin1").getForObject("/hotline/api/extension?user=caller1", JsonNode.class);
        assertThat(found.at("/name").asText()).isEqualTo("Caller One");
        assertThat(found.at("/unit").asText()).isEqualTo("Centre");
        assertThat(found.at("/extension").asText()).isEqualTo("8001");
        assertThat(look("admin1", "nobody")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(look("auditor1", "caller1")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(look("caller1", "caller1")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(as("caller1")
                        .getForObject("/hotline/api", JsonNode.class)
                        .at("/placesOthers")
                        .asBoolean())
                .isFalse();
    }

    private HttpStatus look(String user, String whose) {
        return HttpStatus.valueOf(as(user).getForEntity("/hotline/api/extension?user=" + whose, String.class)
                .getStatusCode()
                .value());
    }

    private HttpStatus place(String user, String whose, String extension) {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("user", whose);
        wanted.put("extension", extension);
        return HttpStatus.valueOf(as(user).postForEntity("/hotline/api/extension", wanted, String.class)
                .getStatusCode()
                .value());
    }

    private void one(Instant at, int answeredAfter, int endedAfter) {
        call = "f-" + UUID.randomUUID();
        tell(What.CALLED, at, Hotline.PUBLIC, null);
        if (answeredAfter >= 0) {
            tell(What.ANSWERED, at.plusSeconds(answeredAfter), null, null);
        }
        if (endedAfter >= 0) {
            tell(What.ENDED, at.plusSeconds(endedAfter), null, null);
        }
    }

    private Complaint take(String number, String... more) {
        call = "h-" + UUID.randomUUID();
        answered(Hotline.PUBLIC, number);
        var fields = new LinkedHashMap<String, Object>(
                Map.of("takenAs", "MATTER", "kind", "COMPLAINT", "complaintWords", WORDS));
        fields.putAll(Hands.fields(more));
        new Hands(http).submits("caller1", onTheLine("caller1").at("/task/task").asText(), fields);
        return raised(Channel.HOTLINE);
    }

    private void submit(String user, String task, String... fields) {
        new Hands(http).submits(user, task, Hands.fields(fields));
    }

    private Complaint raised(Channel channel) {
        var phone = came("north", call).orElseThrow();
        return complaints.find(channel, "call-" + phone.id()).orElseThrow();
    }

    private void answered(Hotline hotline, String number) {
        var at = clock.instant();
        calls.tell(CallNews.of("north", call, What.CALLED, at).to(hotline, number));
        tell(What.ANSWERED, at.plusSeconds(5), null, "8001");
    }

    private void tell(What what, Instant at, Hotline hotline, String extension) {
        calls.tell(CallNews.of("north", call, what, at).to(hotline, null).at(extension));
    }

    private JsonNode onTheLine(String user) {
        return as(user).getForObject("/hotline/api/call", JsonNode.class);
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "minyi");
    }

    /** Whom a call from this line is taken to be from when it is answered. */
    private Object personOfACallFrom(String number) {
        call = "h-" + UUID.randomUUID();
        answered(Hotline.PUBLIC, number);
        return tasks.getVariable(onTheLine("caller1").at("/task/task").asText(), "personId");
    }
}
