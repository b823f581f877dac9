package org.minyi.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one instance tells: a matter that took two rounds, played over HTTP. */
@MinyiTest
@Import(PlayedMatter.class)
class StoryTest {

    private static final List<String> PEOPLE = List.of(
            "triage1",
            "liaison1",
            "leader1",
            "reviewer1",
            "officer1",
            "officer2",
            "leader2",
            "auditor1",
            "inspector1",
            "director1",
            "owner1",
            "admin1",
            "caller1");

    private static PlayedMatter.Played matter;
    private static PlayedMatter.Played inHand;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @BeforeEach
    void a_matter_of_two_rounds_and_one_that_is_still_open(
            @Autowired Organisation organisation,
            @Autowired Units units,
            @Autowired Logins logins,
            @Autowired PlayedMatter play) {
        if (matter == null) {
            SmallCity.standsIn(organisation, units);
            logins.give(PEOPLE, "minyi");
            inHand = play.taken(http).untilAsked();
            matter = play.taken(http)
                    .untilAsked()
                    .answers("3 nobody called")
                    .rectifiedOnceMore()
                    .answers("1");
        }
    }

    @Test
    void the_head_says_whose_matter_it_is_how_long_it_took_and_how_it_ended() {
        var order = story("auditor1", "work-order");

        assertThat(text(order, "/head/number")).isEqualTo(matter.number());
        assertThat(text(order, "/head/name")).isEqualTo("Work order");
        assertThat(order.at("/head/version").asInt()).isEqualTo(1);
        assertThat(text(order, "/head/unit")).isEqualTo("North Bridge Station");
        assertThat(text(order, "/head/outcome")).isEqualTo("Closed: satisfied");
        assertThat(text(order, "/head/state")).isEqualTo("COMPLETED");
        assertThat(order.at("/head/seconds").isNumber()).isTrue();
        assertThat(text(story("auditor1", "complaint"), "/startedBy")).isEqualTo("triage1");
    }

    @Test
    void the_family_hangs_together_from_complaint_to_work_order_to_the_ladder() {
        var order = story("auditor1", "work-order");
        var family = order.at("/family");

        assertThat(texts(family, "/row/process")).containsExactly("complaint", "work-order", "supervision");
        assertThat(family.at("/1/caller")).isEqualTo(family.at("/0/id"));
        assertThat(family.at("/2/caller")).isEqualTo(family.at("/1/id"));
        assertThat(family.at("/0").has("caller")).isFalse();
        assertThat(texts(story("auditor1", "complaint").at("/steps"), "/called"))
                .contains(text(order, "/head/id"));
    }

    @Test
    void the_path_shows_every_repeat_and_no_arrow_that_was_not_taken() {
        var order = story("auditor1", "work-order");

        var rectify = named(order.at("/places"), "userTask_rectify");
        assertThat(rectify.path("times").asInt()).isEqualTo(3);
        assertThat(rectify.path("active").asBoolean()).isFalse();
        assertThat(texts(order.at("/steps"), "/id"))
                .filteredOn("userTask_rectify"::equals)
                .hasSize(3);
        assertThat(named(order.at("/places"), "endEvent_closedSatisfied")
                        .path("end")
                        .asBoolean())
                .isTrue();
        var flows = texts(order.at("/arrows"), "/id");
        assertThat(flows).contains("flow_rectificationSentBack");
        assertThat(named(order.at("/arrows"), "flow_rectificationSentBack")
                        .path("times")
                        .asInt())
                .isEqualTo(1);
        assertThat(flows).doesNotContain("flow_toBePhoned", "flow_silent", "flow_phoned", "flow_explained");
        assertThat(texts(order.at("/arrows"), "/guessed")).containsOnly("false");
    }

    @Test
    void as_many_arrows_arrive_as_places_were_reached() {
        var order = story("auditor1", "work-order");

        var drawing = drawing(text(order, "/head/id"));
        for (var place : order.at("/places")) {
            var id = place.path("id").asText();
            var arriving = arriving(drawing, id);
            if (!arriving.isEmpty()) {
                var times = StreamSupport.stream(order.at("/arrows").spliterator(), false)
                        .filter(arrow -> arriving.contains(arrow.path("id").asText()))
                        .mapToInt(arrow -> arrow.path("times").asInt())
                        .sum();
                assertThat(times).as(id).isEqualTo(place.path("times").asInt());
            }
        }
    }

    @Test
    void where_it_waits_is_shown_as_waiting() {
        var order = story("auditor1", inHand, "work-order");

        assertThat(StreamSupport.stream(order.at("/places").spliterator(), false)
                        .filter(place -> place.path("active").asBoolean()))
                .isNotEmpty();
        assertThat(order.at("/head").has("endedAt")).isFalse();
        assertThat(text(order, "/head/state")).isEqualTo("ACTIVE");
    }

    @Test
    void every_value_that_a_variable_took_is_told_with_its_time_and_place() {
        var order = story("auditor1", "work-order");

        var round = StreamSupport.stream(order.at("/variables").spliterator(), false)
                .filter(change -> change.path("name").asText().equals("round"))
                .map(change -> change.path("value").asText())
                .toList();
        assertThat(round).startsWith("1").contains("2");
        var verdict = StreamSupport.stream(order.at("/variables").spliterator(), false)
                .filter(change -> change.path("name").asText().equals("verdict"))
                .toList();
        assertThat(verdict).isNotEmpty();
        assertThat(verdict.get(0).path("step").asText()).isEqualTo("userTask_verifyFacts");
        assertThat(verdict.get(0).path("at").asText()).isNotEmpty();
        assertThat(order.toString()).doesNotContain("李历史", "没有人来", "apologised");
    }

    @Test
    void who_did_what_is_told_from_claim_to_complete_and_back_to_the_deployment() {
        var order = story("auditor1", "work-order");

        var done = StreamSupport.stream(order.at("/operations").spliterator(), false)
                .map(one -> one.path("who").asText("-") + " " + one.path("what").asText() + " "
                        + one.path("step").asText("-"))
                .toList();
        assertThat(done)
                .contains(
                        "officer1 Claim userTask_rectify",
                        "officer1 Complete userTask_rectify",
                        "leader1 Complete userTask_reviewRectification");
        assertThat(text(order, "/people/officer1")).isEqualTo("Officer North");
    }

    @Test
    void a_decision_is_told_with_its_inputs_the_rule_that_applied_and_the_whole_table() {
        var order = story("auditor1", "work-order");

        var unit = StreamSupport.stream(order.at("/decisions").spliterator(), false)
                .filter(decision -> decision.path("key").asText().equals("responsible-unit"))
                .findFirst()
                .orElseThrow();
        assertThat(unit.path("version").asInt()).isEqualTo(1);
        assertThat(texts(unit.path("inputs"), "/value")).contains("POST");
        assertThat(unit.path("outputs")).isNotEmpty();
        assertThat(texts(unit.path("hits"), ""))
                .as("of a post complained about, neither of integrity nor grave, the last row")
                .containsExactly("rule_4");
        assertThat(texts(unit.at("/table/rules"), "/id")).containsExactly("rule_1", "rule_2", "rule_3", "rule_4");
        assertThat(unit.at("/table/inputs")).hasSameSizeAs(unit.at("/table/rules/0/asks"));
    }

    @Test
    void whether_the_evidence_stands_is_told_of_a_matter_and_of_nothing_else() {
        var order = story("auditor1", "work-order");

        assertThat(order.at("/evidence/holds").asBoolean()).isTrue();
        assertThat(order.at("/evidence/faults").asInt()).isZero();
        assertThat(story("auditor1", "work-order").at("/evidence/facts").asInt())
                .as("the first look is a fact of the matter itself")
                .isGreaterThan(order.at("/evidence/facts").asInt());
    }

    @Test
    void a_fact_that_was_changed_is_told_of_its_matter_with_the_place_and_of_no_other() {
        var place = db.sql(
                        """
                        select position from audit.link join audit.fact on id = fact_id
                         where matter_id = :matter and deed = 'TASK_COMPLETED' order by position limit 1
                        """)
                .param("matter", inHand.id())
                .query(Long.class)
                .single();
        changeFactAt(place, "by_whom || '.'");
        try {
            var told = story("auditor1", inHand, "work-order").at("/evidence");

            assertThat(told.at("/holds").asBoolean()).isFalse();
            assertThat(told.at("/faults").asInt()).isEqualTo(1);
            assertThat(told.at("/findings/0").asText()).startsWith("position " + place + ": the fact was changed");
            assertThat(story("auditor1", "work-order").at("/evidence/holds").asBoolean())
                    .isTrue();
        } finally {
            changeFactAt(place, "left(by_whom, -1)");
        }
        assertThat(story("auditor1", inHand, "work-order").at("/evidence/holds").asBoolean())
                .isTrue();
    }

    /** As only the owner of the database can. */
    private void changeFactAt(long position, String byWhom) {
        TestDatabase.asOwner(
                database,
                """
                alter table audit.fact disable trigger refuse;
                update audit.fact set by_whom = %s where id = (select fact_id from audit.link where position = %d);
                alter table audit.fact enable trigger refuse
                """
                        .formatted(byWhom, position));
    }

    @Test
    void that_somebody_looked_is_a_fact() {
        var order = story("inspector1", "work-order");

        assertThat(db.sql(
                                """
                                select count(*) from audit.fact
                                 where deed = 'HISTORY_READ' and by_whom = 'inspector1' and matter_id = :matter
                                   and told::jsonb ->> 'instance' = :instance
                                """)
                        .param("matter", matter.id())
                        .param("instance", text(order, "/head/id"))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void the_unit_reads_its_own_matter_but_not_whose_it_is() {
        for (var user : List.of("officer1", "leader1", "liaison1")) {
            assertThat(story(user, "work-order").at("/variables").findValuesAsText("name"))
                    .isNotEmpty()
                    .doesNotContain("personId", "lineId");
            var complaint = story(user, "complaint");
            assertThat(StreamSupport.stream(complaint.at("/variables").spliterator(), false)
                            .filter(change -> change.path("name").asText().matches("personId|lineId")))
                    .isNotEmpty()
                    .allMatch(change -> !change.has("value"));
        }
        assertThat(StreamSupport.stream(
                                story("auditor1", "complaint").at("/variables").spliterator(), false)
                        .filter(change -> change.path("name").asText().equals("personId")))
                .isNotEmpty()
                .allMatch(change -> change.has("value"));
    }

    @Test
    void nobody_else_reads_it_and_nobody_learns_that_it_is_there() {
        var id = instance("auditor1", matter, "work-order");

        for (var stranger : List.of("officer2", "leader2")) {
            assertThat(get(stranger, "/history/api/instances/" + id).getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(get(stranger, "/history/api/instances/" + id + "/drawing")
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        for (var other : List.of("owner1", "admin1", "caller1", "triage1", "reviewer1")) {
            assertThat(get(other, "/history/api/instances/" + id).getStatusCode())
                    .as(other)
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(http.getForEntity("/history/api/instances/" + id, JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(get("auditor1", "/history/api/instances/no-such").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private JsonNode story(String user, String process) {
        return story(user, matter, process);
    }

    private JsonNode story(String user, PlayedMatter.Played played, String process) {
        var answer = get(user, "/history/api/instances/" + instance(user, played, process));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }

    private String instance(String user, PlayedMatter.Played played, String process) {
        var found = get(user, "/history/api/instances?number=" + played.number() + "&process=" + process)
                .getBody();
        assertThat(found.at("/instances")).as("%s", found).hasSize(1);
        return text(found, "/instances/0/id");
    }

    private String drawing(String instance) {
        return http.withBasicAuth("auditor1", "minyi")
                .getForObject("/history/api/instances/" + instance + "/drawing", String.class);
    }

    private static List<String> arriving(String drawing, String target) {
        return java.util.regex.Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]+)\"[^>]*targetRef=\"" + target + "\"")
                .matcher(drawing)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private org.springframework.http.ResponseEntity<JsonNode> get(String user, String path) {
        return http.withBasicAuth(user, "minyi").getForEntity(path, JsonNode.class);
    }

    private static JsonNode named(JsonNode all, String id) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + all));
    }

    private static List<String> texts(JsonNode all, String path) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.at(path).asText())
                .toList();
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asText();
    }
}
