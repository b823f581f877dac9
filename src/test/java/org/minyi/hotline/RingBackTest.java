package org.minyi.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.Hands;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.CallNews.What;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneRoom;
import org.minyi.citizen.Told;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.desk.Logins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** Whoever gave up waiting at the public hotline is rung back. */
class RingBackTest extends PhoneRoom {

    private static int lines = 5_000_000;

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
    RingBacks ringBacks;

    @Autowired
    Clock clock;

    private Instant now;
    private String phone;
    private String another;

    @BeforeEach
    void nobody_waits() {
        logins.give(List.of("caller1", "triage1", "liaison1", "officer1"), "minyi");
        for (var running : runtime.createProcessInstanceQuery()
                .processDefinitionKeyIn("ring-back", "hotline-call", "police-hotline")
                .list()) {
            runtime.deleteProcessInstance(running.getId(), "the next test");
        }
        db.sql("delete from ring_back_call").update();
        db.sql("delete from ring_back").update();
        now = clock.instant();
        phone = "139%08d".formatted(++lines);
        another = "139%08d".formatted(++lines);
    }

    @Test
    void a_caller_rings_them_with_their_story_beside_the_form_and_what_they_say_is_a_matter_of_the_hotline()
            throws Exception {
        var known = citizens.enrol(List.of(new Told("欧阳明月", NUMBER, false))).get(0);
        var call = givesUp(NUMBER, now);

        var task = only();
        var dossier = dossier(task);
        assertThat(dossier.at("/person/number").asText())
                .as("whoever only looks")
                .isEqualTo("138****0077");
        assertThat(dossier.at("/person").has("dial")).isFalse();
        assertThat(dossier.at("/deadline/rule").asText()).contains("two working hours");
        as("caller1").postForEntity("/engine-rest/task/" + task + "/claim", Map.of("userId", "caller1"), String.class);
        assertThat(dossier(task).at("/person/dial").asText()).isEqualTo("CLICK");
        assertThat(dossier(task).at("/person/name").asText()).isEqualTo("欧阳明月");
        assertThat(dossier(task).at("/receipt/code").asText())
                .as("what they are read to ask with later")
                .isNotEmpty();
        assertThat(as("caller1")
                        .postForEntity("/dossier/api/tasks/" + task + "/call", null, JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.ACCEPTED);
        assertThat(ASTERISK.dialled()).containsEntry("Exten", "9" + NUMBER);
        submit(task, "ringOutcome", "MATTER", "kind", "COMPLAINT", "complaintWords", "打了很久没人接");

        var matter = complaints
                .find(
                        Channel.HOTLINE,
                        "call-" + came("north", call).orElseThrow().id())
                .orElseThrow();
        assertThat(matter.person()).isEqualTo(known.person());
        assertThat(matter.line()).isEqualTo(known.line());
        assertThat(calls.about(matter.id().value()))
                .as("the call that was given up, and the one that rang them back")
                .hasSize(2);
        assertThat(day()).isEqualTo("1 given up, 1 spoken to, 0 open");
    }

    @Test
    void whoever_gives_up_three_times_is_rung_back_once_and_so_is_every_line_for_itself() {
        for (var times = 0; times < 3; times++) {
            givesUp(phone, now.plusSeconds(60L * times));
        }
        givesUp(another, now);
        assertThat(waiting()).hasSize(2);
        assertThat(day()).isEqualTo("4 given up, 0 spoken to, 4 open");

        ringBacks.leave(first(phone));
        assertThat(day()).isEqualTo("4 given up, 0 spoken to, 1 open");
    }

    @Test
    void what_is_told_twice_or_in_the_wrong_order_is_one_call_given_up() {
        var call = "g-" + UUID.randomUUID();
        tell(call, What.ENDED, now.plusSeconds(20));
        assertThat(waiting()).as("nobody knows yet whom it was for").isEmpty();
        called(call, phone, Hotline.PUBLIC, now);
        called(call, phone, Hotline.PUBLIC, now);
        tell(call, What.ENDED, now.plusSeconds(20));
        assertThat(waiting()).hasSize(1);
        submit(only(), "ringOutcome", "ANSWERED");
        tell(call, What.ENDED, now.plusSeconds(20));
        assertThat(waiting()).as("told once more when it is done").isEmpty();
    }

    @Test
    void a_call_that_was_answered_after_all_needs_no_ring_back() {
        var call = givesUp(phone, now);
        assertThat(waiting()).hasSize(1);
        tellAt(call, now.plusSeconds(4));
        assertThat(waiting()).isEmpty();
        assertThat(day()).isEqualTo("1 given up, 1 spoken to, 0 open");
    }

    @Test
    void whoever_calls_again_and_is_answered_is_rung_back_no_more_until_they_give_up_anew() {
        givesUp(phone, now);
        var again = "g-" + UUID.randomUUID();
        called(again, phone, Hotline.PUBLIC, now.plusSeconds(300));
        assertThat(waiting()).as("while it rings").hasSize(1);
        tellAt(again, now.plusSeconds(305));
        assertThat(waiting()).isEmpty();
        assertThat(tasks.createTaskQuery().processDefinitionKey("hotline-call").count())
                .isEqualTo(1);

        givesUp(phone, now.plusSeconds(900));
        assertThat(waiting()).hasSize(1);
        tell(again, What.ENDED, now.plusSeconds(400));
        assertThat(waiting())
                .as("what is heard late of the call before answers nothing")
                .hasSize(1);
    }

    @Test
    void a_call_given_up_that_is_heard_of_late_is_not_rung_back_where_they_were_answered_since() {
        var again = "g-" + UUID.randomUUID();
        called(again, phone, Hotline.PUBLIC, now.plusSeconds(300));
        tellAt(again, now.plusSeconds(305));
        givesUp(phone, now);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void of_the_police_hotline_and_of_withheld_numbers_nobody_is_rung_back() {
        var police = "g-" + UUID.randomUUID();
        called(police, phone, Hotline.POLICE, now);
        tell(police, What.ENDED, now.plusSeconds(20));
        givesUp("anonymous", now);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_call_that_was_lost_sight_of_is_not_taken_for_one_given_up() {
        var call = "g-" + UUID.randomUUID();
        called(call, phone, Hotline.PUBLIC, now);
        calls.onlyThese("north", List.of(), clock.instant().plusSeconds(1));
        called(call, phone, Hotline.PUBLIC, now);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_asterisk_tells_that_somebody_gave_up() {
        var id = "1893456900.7";
        ASTERISK.tells(
                "Newchannel",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "Channel",
                "PJSIP/trunk-00000009",
                "Exten",
                "110110",
                "CallerIDNum",
                phone,
                "Timestamp",
                "1893456900.0");
        ASTERISK.tells("Hangup", "Uniqueid", id, "Linkedid", id, "Cause", "16", "Timestamp", "1893456930.0");
        await().atMost(Duration.ofSeconds(10)).until(() -> waiting().size() == 1);
    }

    @Test
    void nobody_of_a_unit_sees_who_gave_up() {
        givesUp(phone, now);
        for (var user : List.of("liaison1", "officer1")) {
            assertThat(as(user).getForEntity("/dossier/api/tasks/" + only(), String.class)
                            .getStatusCode())
                    .as(user)
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void the_page_tells_how_many_were_rung_back() {
        givesUp(phone, now);
        givesUp(another, now);
        submit(task(another), "ringOutcome", "NOT_WANTED");

        var rungBack =
                as("triage1").getForObject("/hotline/api", JsonNode.class).at("/rungBack/0");
        assertThat(rungBack.at("/calls").asInt()).isEqualTo(2);
        assertThat(rungBack.at("/spokenTo").asInt()).isEqualTo(1);
        assertThat(rungBack.at("/open").asInt()).isEqualTo(1);
        assertThat(as("officer1").getForObject("/hotline/api", JsonNode.class).has("rungBack"))
                .isFalse();
    }

    private String day() {
        var today = LocalDate.now(clock);
        return ringBacks.days(today.minusDays(1), today.plusDays(2)).stream()
                .map(one -> "%d given up, %d spoken to, %d open".formatted(one.calls(), one.spokenTo(), one.open()))
                .findFirst()
                .orElse("none");
    }

    private String givesUp(String number, Instant at) {
        var call = "g-" + UUID.randomUUID();
        called(call, number, Hotline.PUBLIC, at);
        tell(call, What.ENDED, at.plusSeconds(20));
        return call;
    }

    private void called(String call, String number, Hotline hotline, Instant at) {
        calls.tell(CallNews.of("north", call, What.CALLED, at).to(hotline, number));
    }

    private void tell(String call, What what, Instant at) {
        calls.tell(CallNews.of("north", call, what, at));
    }

    private void tellAt(String call, Instant at) {
        calls.tell(CallNews.of("north", call, What.ANSWERED, at).at("8001"));
    }

    private List<Task> waiting() {
        return tasks.createTaskQuery().processDefinitionKey("ring-back").list();
    }

    private String only() {
        assertThat(waiting()).hasSize(1);
        return waiting().get(0).getId();
    }

    private UUID first(String number) {
        return db.sql("select id from ring_back where line_id = :line")
                .param("line", citizens.lines(List.of(number)).get(number).value())
                .query(UUID.class)
                .single();
    }

    private String task(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(first(number).toString())
                .singleResult()
                .getId();
    }

    private void submit(String task, String... fields) {
        new Hands(http).submits("caller1", task, Hands.fields(fields));
    }

    private JsonNode dossier(String task) {
        return as("caller1").getForObject("/dossier/api/tasks/" + task, JsonNode.class);
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "minyi");
    }
}
