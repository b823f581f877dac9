package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
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

    @Autowired
    TestRestTemplate browser;

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
