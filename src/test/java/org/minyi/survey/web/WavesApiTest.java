package org.minyi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.citizen.WordsBook;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees the waves, and who stops one. */
@MinyiTest
class WavesApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Waves waves;

    @Autowired
    WordsBook words;

    @Autowired
    JdbcClient db;

    private final UUID wave = UUID.randomUUID();

    @BeforeEach
    void a_wave_that_waits_for_its_release() {
        SmallCity.standsIn(organisation, units);
        logins.give(
                List.of("reviewer1", "director1", "auditor1", "owner1", "caller1", "leader1", "officer1", "admin1"),
                "minyi");
        db.sql("delete from wave").update();
        db.sql(
                        """
                        insert into wave (id, day, state, started_by, planned_at, contacts, asked, excluded, unusual)
                        values (:id, '2026-03-01', 'HELD', 'timer', now(), 10, 8, 2, 'ten contacts')
                        """)
                .param("id", wave)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer1", "director1", "auditor1", "owner1"})
    void those_who_answer_for_the_survey_see_response_rate_beside_satisfaction(String user) {
        var overview =
                as(user).getForEntity("/survey/api/waves", JsonNode.class).getBody();

        assertThat(overview.at("/mayStop").asBoolean()).isEqualTo(user.matches("reviewer1|director1"));
        assertThat(overview.at("/waves")).hasSize(1);
        var one = as(user).getForEntity("/survey/api/waves/" + wave, JsonNode.class)
                .getBody();
        assertThat(one).isEqualTo(overview.at("/waves/0"));
        assertThat(one.at("/day").asText()).isEqualTo("2026-03-01");
        for (var figure : List.of(
                "state",
                "contacts",
                "asked",
                "excluded",
                "responseRate",
                "satisfactionRate",
                "undelivered",
                "silent")) {
            assertThat(one.has(figure)).as(figure).isTrue();
        }
        assertThat(one.has("stopped")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller1", "leader1", "officer1", "admin1"})
    void nobody_else_does(String user) {
        assertThat(status(as(user).getForEntity("/survey/api/waves", String.class)))
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(status(as(user).getForEntity("/survey/api/waves/" + wave, String.class)))
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(status(stop(user, "because"))).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void without_a_login_or_with_a_wrong_password_there_is_nothing() {
        assertThat(status(http.getForEntity("/survey/api/waves", String.class))).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(status(http.withBasicAuth("reviewer2", "wrong").getForEntity("/survey/api/waves", String.class)))
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(status(http.postForEntity(
                        "/survey/api/waves/" + wave + "/stop", Map.of("reason", "because"), String.class)))
                .as("nobody shows the page's token either")
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(state()).isEqualTo("HELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "owner1"})
    void whoever_only_reads_stops_nothing(String user) {
        assertThat(status(stop(user, "because"))).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(state()).isEqualTo("HELD");
    }

    @Test
    void a_stop_needs_a_reason_and_keeps_it_with_who_and_when() {
        assertThat(status(stop("director1", "  "))).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(state()).isEqualTo("HELD");

        var stopped = stop("director1", "the wrong day").getBody();

        assertThat(stopped.at("/state").asText()).isEqualTo("WITHDRAWN");
        assertThat(stopped.at("/stopped/by").asText()).isEqualTo("Director One");
        assertThat(stopped.at("/stopped/reason").asText()).isEqualTo("the wrong day");
        assertThat(stopped.at("/stopped/at").asText()).isNotEmpty();
        var again = stop("reviewer1", "once more");
        assertThat(status(again)).isEqualTo(HttpStatus.CONFLICT);
        assertThat(again.getBody().at("/detail").asText()).contains("this wave is over");
    }

    @Test
    void a_wave_is_started_by_hand_with_its_form_by_those_who_answer_for_the_survey_and_by_nobody_else() {
        logins.give(List.of("triage1"), "minyi");
        var form = Map.of("variables", Map.of("day", Map.of("value", "2026-03-02", "type", "String")));
        var path = "/engine-rest/process-definition/key/survey-wave/submit-form";

        assertThat(status(as("triage1").postForEntity(path, form, JsonNode.class)))
                .isEqualTo(HttpStatus.FORBIDDEN);
        var started = as("reviewer1").postForEntity(path, form, JsonNode.class);

        assertThat(status(started)).isEqualTo(HttpStatus.OK);
        var instance = started.getBody().at("/id").asText();
        assertThat(runtime.getVariable(instance, "day")).isEqualTo("2026-03-02");
        assertThat(runtime.getVariable(instance, "startedBy")).isEqualTo("reviewer1");
        assertThat(jobs.createJobQuery().processInstanceId(instance).count()).isEqualTo(1);
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(instance).singleResult().getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .as("nobody was served that day")
                .isZero();
    }

    @Test
    void the_reasons_of_the_second_person_are_shown_with_their_name() {
        waves.withdraw(new WaveId(wave), "reviewer2", words.keep(null, "delivered twice"));

        var shown = as("auditor1")
                .getForEntity("/survey/api/waves/" + wave, JsonNode.class)
                .getBody();

        assertThat(shown.at("/judged/by").asText()).isEqualTo("Reviewer Two");
        assertThat(shown.at("/judged/reason").asText()).isEqualTo("delivered twice");
    }

    @Test
    void a_wave_that_never_was_is_not_there() {
        assertThat(status(as("reviewer1").getForEntity("/survey/api/waves/" + UUID.randomUUID(), String.class)))
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private ResponseEntity<JsonNode> stop(String user, String reason) {
        return as(user).postForEntity("/survey/api/waves/" + wave + "/stop", Map.of("reason", reason), JsonNode.class);
    }

    private String state() {
        return db.sql("select state from wave where id = :id")
                .param("id", wave)
                .query(String.class)
                .single();
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "minyi");
    }

    private static org.springframework.http.HttpStatusCode status(ResponseEntity<?> answer) {
        return answer.getStatusCode();
    }
}
