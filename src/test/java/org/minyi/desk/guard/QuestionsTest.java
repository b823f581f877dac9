package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Nobody brings an expression along in a question, by any of the ways a question can come (CVE-2026-109432). */
@MinyiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {

    private static final String BLOW = "${''.getClass().forName('" + Struck.class.getName() + "').newInstance()}";
    private static final String HARMLESS = "${currentUser()}";

    private static final String WEB_APPS = "/camunda/api/engine/engine/default/";

    @Autowired
    TestRestTemplate browser;

    @Autowired
    ObjectMapper mapper;

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @BeforeAll
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("officer1", "admin1"), "minyi");
    }

    @BeforeEach
    void unharmed() {
        Struck.HITS.set(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/engine/default/task",
                "/engine-rest/engine/default/task/count",
                "/engine-rest/task?firstResult=0&maxResults=1"
            })
    void a_question_with_an_expression_is_refused(String path) {
        for (var words : List.of(BLOW, BLOW.replace('$', '#'), HARMLESS)) {
            for (var field : List.of("assigneeExpression", "dueBeforeExpression")) {
                refused(post("officer1", path, Map.of(field, words)));
                refused(post("officer1", path, Map.of("orQueries", List.of(Map.of(field, words)))));
                refused(post(
                        "officer1",
                        path,
                        Map.of("orQueries", List.of(Map.of("name", "x"), Map.of("name", "y", field, words)))));
            }
        }
    }

    @Test
    void a_question_in_the_address_is_refused_as_well() {
        var answer = browser.withBasicAuth("officer1", "minyi")
                .getForEntity("/engine-rest/task?assigneeExpression={words}", JsonNode.class, BLOW);

        refused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "count", "singleResult", "list?firstResult=0&maxResults=5"})
    void what_is_sent_along_with_a_filter_brings_no_expression(String how) {
        var filter = anyFilterOf("officer1");
        for (var words : List.of(BLOW, HARMLESS)) {
            refused(post("officer1", "/engine-rest/filter/" + filter + "/" + how, Map.of("assigneeExpression", words)));
            refused(post(
                    "officer1",
                    "/engine-rest/filter/" + filter + "/" + how,
                    Map.of("orQueries", List.of(Map.of("assigneeExpression", words)))));
            refused(post(
                    "officer1",
                    "/engine-rest/engine/default/filter/" + filter + "/" + how,
                    Map.of("orQueries", List.of(Map.of("assigneeExpression", words)))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task",
                "task/count",
                "task?firstResult=0&maxResults=1",
                "filter/FILTER/list",
                "filter/FILTER/list?firstResult=0&maxResults=5",
                "filter/FILTER/count",
                "filter/FILTER/singleResult"
            })
    void behind_the_web_apps_a_question_brings_no_expression_either(String way) {
        var path = way.replace("FILTER", anyFilterOf("officer1"));
        var officer = inAWebApp("officer1");

        assertThat(ask(officer, path, Map.of("name", "x")).statusCode())
                .as("a harmless question")
                .isBetween(200, 204);
        for (var words : List.of(BLOW, BLOW.replace('$', '#'), HARMLESS)) {
            for (var field : List.of("assigneeExpression", "dueBeforeExpression")) {
                for (var question : List.of(
                        Map.of(field, words),
                        Map.of("orQueries", List.of(Map.of(field, words))),
                        Map.of("orQueries", List.of(Map.of("name", "x"), Map.of("name", "y", field, words))))) {
                    refused(ask(officer, path, question));
                }
            }
        }
    }

    @Test
    void behind_the_web_apps_none_comes_in_the_address_or_is_kept_in_a_filter() {
        var officer = inAWebApp("officer1");
        refused(officer.get(WEB_APPS + "task?assigneeExpression=" + URLEncoder.encode(BLOW, StandardCharsets.UTF_8)));

        var admin = inAWebApp("admin1");
        for (var query : List.of(
                Map.of("assigneeExpression", BLOW), Map.of("orQueries", List.of(Map.of("assigneeExpression", BLOW))))) {
            refused(ask(admin, "filter/create", Map.of("resourceType", "Task", "name", "x", "query", query)));
        }
    }

    private LoggedIn inAWebApp(String user) {
        var person = LoggedIn.as(port, user, "minyi");
        person.get("/camunda/app/welcome/default/");
        return person;
    }

    private HttpResponse<String> ask(LoggedIn person, String path, Object question) {
        try {
            return person.send(person.request(WEB_APPS + path)
                    .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN").orElseThrow())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(question))));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Struck.HITS).hasValue(0);
    }

    @Test
    void what_is_sent_along_without_an_expression_is_answered() {
        assertThat(post("officer1", "/engine-rest/filter/" + anyFilterOf("officer1") + "/count", Map.of("name", "x"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void an_officer_keeps_no_filter_at_all_and_changes_none() {
        var mine = Map.of("resourceType", "Task", "name", "x", "query", Map.of("assignee", "officer1"));

        assertThat(post("officer1", "/engine-rest/filter/create", mine).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(browser.withBasicAuth("officer1", "minyi")
                        .exchange(
                                "/engine-rest/filter/" + anyFilterOf("officer1"),
                                HttpMethod.PUT,
                                json(mine),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void an_administrator_keeps_no_filter_that_says_more_than_who_and_when() {
        for (var words : List.of(
                BLOW,
                "${logins}",
                "${systemProperties.put('x','y')}",
                "${currentUser().getClass()}",
                "${now().class}",
                "x${currentUser()}",
                "${execution}",
                "${dateTime().getZone().getClass()}")) {
            for (var query : List.of(
                    Map.of("assigneeExpression", words),
                    Map.of("orQueries", List.of(Map.of("assigneeExpression", words))))) {
                refused(post(
                        "admin1",
                        "/engine-rest/filter/create",
                        Map.of("resourceType", "Task", "name", "x", "query", query)));
            }
        }
        refused(post(
                "admin1",
                "/engine-rest/filter/create",
                Map.of(
                        "resourceType",
                        "Task",
                        "name",
                        "x",
                        "query",
                        Map.of("processInstanceBusinessKeyExpression", HARMLESS))));
    }

    @Test
    void an_administrators_filter_may_say_who_asks_and_when() {
        var kept = post(
                "admin1",
                "/engine-rest/filter/create",
                Map.of(
                        "resourceType",
                        "Task",
                        "name",
                        "x",
                        "query",
                        Map.of(
                                "orQueries",
                                List.of(
                                        Map.of("assigneeExpression", HARMLESS),
                                        Map.of("dueBeforeExpression", "${dateTime().plusDays(2)}")))));

        assertThat(kept.getStatusCode()).isEqualTo(HttpStatus.OK);
        var id = kept.getBody().path("id").asText();
        assertThat(post("admin1", "/engine-rest/filter/" + id + "/count", Map.of())
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        filters.deleteFilter(id);
    }

    @Test
    void a_filter_that_somebody_put_into_the_database_is_not_run() {
        var harmless = filters.newTaskFilter("planted")
                .setQuery(tasks.createTaskQuery().taskAssignee("x"));
        filters.saveFilter(harmless);
        var id = harmless.getId();
        engine.getCommandExecutorTxRequired().execute(command -> {
            var kept = command.getFilterManager().findFilterById(id);
            var query = new TaskQueryImpl();
            query.addExpression("taskAssignee", BLOW);
            kept.setQuery(query);
            return null;
        });

        assertThatThrownBy(() -> filters.list(id)).hasMessageContaining("a filter may say");
        assertThatThrownBy(() -> filters.count(id)).hasMessageContaining("a filter may say");
        assertThatThrownBy(() -> filters.singleResult(id)).hasMessageContaining("a filter may say");
        // The engine's own way, past ours.
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(new ExecuteFilterListCmd(id)))
                .hasMessageContaining("forbidden in stored queries");
        filters.deleteFilter(id);
        assertThat(Struck.HITS).hasValue(0);
    }

    @Test
    void the_java_way_is_closed_in_both_kinds_of_transaction() {
        var question = (TaskQueryImpl)
                tasks.createTaskQuery().or().taskAssigneeExpression(BLOW).endOr();

        assertThatThrownBy(question::list).hasMessageContaining("no expressions");
        assertThatThrownBy(question::count).hasMessageContaining("no expressions");
        assertThatThrownBy(() -> engine.getCommandExecutorTxRequiresNew().execute(question))
                .hasMessageContaining("no expressions");
        assertThat(Struck.HITS).hasValue(0);
    }

    private String anyFilterOf(String user) {
        return browser.withBasicAuth(user, "minyi")
                .getForObject("/engine-rest/filter", JsonNode.class)
                .get(0)
                .get("id")
                .asText();
    }

    private static void refused(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(Struck.HITS).hasValue(0);
    }

    private ResponseEntity<JsonNode> post(String user, String path, Object body) {
        return browser.withBasicAuth(user, "minyi").postForEntity(path, json(body), JsonNode.class);
    }

    private static HttpEntity<Object> json(Object body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
