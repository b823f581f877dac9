package org.minyi.desk.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words and identities stop at the form's door, whichever way they come. */
@MinyiTest
class SealTest {

    private static final String SECRET = "the desk sergeant at the north bridge shouted";
    private static final String NAME = "Ouyang Seal 欧阳封";
    private static final String PHONE = "13800007788";

    private static final String FORM =
            """
            {"id": "sealing", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [
               {"id": "a", "key": "citizenName", "type": "textfield", "label": "Name"},
               {"id": "b", "key": "citizenPhone", "type": "textfield", "label": "Phone"},
               {"id": "c", "key": "citizenMinor", "type": "checkbox", "label": "Under age"},
               {"id": "g", "type": "group", "components": [
                 {"id": "d", "key": "channel", "type": "textfield", "label": "Channel"}]},
               {"id": "e", "key": "verdict", "type": "textfield", "label": "Shown only", "disabled": true},
               {"id": "f", "key": "complaintWords", "type": "textarea", "label": "Words"}]}
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    WordsBook words;

    @Autowired
    Citizens citizens;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_small_city_and_a_process_with_a_form() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("caller1"), "minyi");
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("sealed")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            "sealed.bpmn",
                            Bpmn.createExecutableProcess("sealed")
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .camundaFormRef("sealing")
                                    .camundaFormRefBinding("latest")
                                    .userTask("userTask_call")
                                    .camundaCandidateGroups("caller")
                                    .camundaFormRef("sealing")
                                    .camundaFormRefBinding("latest")
                                    .userTask("userTask_later")
                                    .camundaCandidateGroups("caller")
                                    .endEvent()
                                    .done())
                    .addString("sealing.form", FORM)
                    .deploy();
            grant(Resources.PROCESS_DEFINITION, "sealed", Permissions.READ, Permissions.CREATE_INSTANCE);
        }
    }

    @Test
    void a_start_form_submitted_over_rest_leaves_no_trace_in_the_engine() {
        assertThat(post("/engine-rest/process-definition/key/sealed/submit-form", NAME, PHONE))
                .isEqualTo(HttpStatus.OK);

        var matter = newest();
        var person = PersonId.of((String) runtime.getVariable(matter, "personId"));
        assertThat(citizens.lookAt(person, "test", UUID.randomUUID(), true).number())
                .isEqualTo(PHONE);
        assertThat(runtime.getVariable(matter, "lineId")).isNotNull();
        assertThat(textOf(matter, "complaintWordsId")).isEqualTo(SECRET);
        assertThat(runtime.getVariable(matter, "channel")).isEqualTo("HOTLINE");
        assertNoTrace();
    }

    @Test
    void a_start_with_variables_leaves_no_trace_either() {
        assertThat(post("/engine-rest/process-definition/key/sealed/start", NAME, PHONE))
                .isEqualTo(HttpStatus.OK);

        assertThat(textOf(newest(), "complaintWordsId")).isEqualTo(SECRET);
        assertNoTrace();
    }

    @Test
    void a_task_form_submitted_over_rest_keeps_the_words_outside() {
        var task = taskOf(started());

        assertThat(post("/engine-rest/task/" + task + "/submit-form", "", "")).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(textOf(newest(), "complaintWordsId")).isEqualTo(SECRET);
        assertNoTrace();
    }

    @Test
    void a_completed_task_keeps_the_words_outside() {
        var task = taskOf(started());

        assertThat(post("/engine-rest/task/" + task + "/complete", "", "")).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(textOf(newest(), "complaintWordsId")).isEqualTo(SECRET);
        assertNoTrace();
    }

    @Test
    void a_field_left_empty_forgets_the_words_of_the_round_before() {
        var matter = started();
        tasks.complete(taskOf(matter), Map.of("callWords", SECRET));
        assertThat(runtime.getVariable(matter, "callWordsId")).isNotNull();

        tasks.complete(taskOf(matter), Map.of("callWords", " "));

        assertThat(db.sql("select text_ from act_hi_varinst where proc_inst_id_ = ? and name_ = 'callWordsId'")
                        .param(matter)
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void what_the_citizen_said_is_kept_as_theirs_and_what_staff_wrote_is_not() {
        post("/engine-rest/process-definition/key/sealed/submit-form", NAME, PHONE);
        var matter = newest();
        var person = UUID.fromString((String) runtime.getVariable(matter, "personId"));

        tasks.complete(
                taskOf(matter), Map.of("callWords", "they never came", "verifyWords", "the patrol book says so"));

        assertThat(speakerOf(matter, "complaintWordsId")).contains(person);
        assertThat(speakerOf(matter, "callWordsId")).contains(person);
        assertThat(speakerOf(matter, "verifyWordsId")).isEmpty();
    }

    private Optional<UUID> speakerOf(String matter, String variable) {
        return db.sql("select person_id from citizen.words where id = ?::uuid and person_id is not null")
                .param(runtime.getVariable(matter, variable))
                .query(UUID.class)
                .optional();
    }

    @Test
    void a_phone_that_is_none_is_refused_without_repeating_it() {
        var answer = browser.withBasicAuth("caller1", "minyi")
                .postForEntity(
                        "/engine-rest/process-definition/key/sealed/submit-form",
                        variables(NAME, "1380000"),
                        String.class);

        assertThat(answer.getStatusCode().isError()).isTrue();
        assertThat(answer.getBody())
                .contains("the phone number has 7 digits; 11 are expected")
                .doesNotContain("1380000")
                .doesNotContain("欧阳");
        assertNoTrace();
    }

    @Test
    void no_other_way_leads_words_into_a_matter() {
        var matter = started();

        assertThatThrownBy(() -> runtime.setVariable(matter, "callWords", SECRET))
                .hasMessageContaining("callWords")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> runtime.setVariable(matter, "citizenPhone", PHONE))
                .hasMessageNotContaining(PHONE);
        assertNoTrace();
    }

    @Test
    void a_start_takes_nothing_its_form_does_not_ask_for() {
        var start = "/engine-rest/process-definition/key/sealed/";

        assertThat(refusal(start + "submit-form", Map.of("channel", "WEB", "startedBy", "caller2")))
                .contains("'startedBy' is no field of this form");
        assertThat(refusal(start + "start", Map.of("personId", "x"))).contains("'personId' is no field of this form");
        assertThat(refusal(
                        start + "start",
                        Map.of("startInstructions", List.of(Map.of("type", "startAfterActivity", "activityId", "x")))))
                .contains("a matter begins at its beginning");
        assertThat(refusal("/engine-rest/message", Map.of("messageName", "complaint.raised")))
                .contains("changed by the forms of its tasks alone");
    }

    @Test
    void a_task_takes_nothing_its_form_does_not_ask_for() {
        var matter = started();
        var task = taskOf(matter);
        var path = "/engine-rest/task/" + task;

        assertThat(browser.withBasicAuth("caller1", "minyi")
                        .postForEntity(
                                path + "/complete",
                                Map.of("variables", Map.of("reviewGroup", Map.of("value", "caller"))),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        for (var way : List.of("/submit-form", "/complete", "/resolve")) {
            assertThat(refusal(path + way, Map.of("channel", "WEB", "reviewGroup", "caller")))
                    .as(way)
                    .contains("'reviewGroup' is no field of this form");
        }
        assertThat(refusal(path + "/complete", Map.of("verdict", "UNFOUNDED")))
                .as("what is only shown")
                .contains("'verdict' is no field");
        assertThat(refusal(path + "/complete", Map.of("complaintWordsId", "another's")))
                .contains("'complaintWordsId' is no field");
        assertThat(refusal(path + "/bpmnError", Map.of("errorCode", "x"))).contains("a task ends by its form");
        assertThat(runtime.getVariables(matter)).isEmpty();
        assertThat(taskOf(matter)).isEqualTo(task);
    }

    @Test
    void nobody_edits_what_a_matter_carries_even_with_every_right() {
        var matter = started();
        var task = taskOf(matter);
        grant("caller1", Resources.TASK, task);
        grant("caller1", Resources.PROCESS_INSTANCE, matter);
        var changed = Map.of("modifications", Map.of("reviewGroup", Map.of("value", "caller")));

        assertThat(refused("/engine-rest/task/" + task + "/variables", changed)).contains("'reviewGroup'");
        assertThat(refused("/engine-rest/task/" + task + "/localVariables", changed))
                .contains("'reviewGroup'");
        assertThat(refused("/engine-rest/process-instance/" + matter + "/variables", changed))
                .contains("changed by the forms of its tasks alone");
        assertThat(refused("/engine-rest/execution/" + matter + "/localVariables", changed))
                .contains("changed by the forms of its tasks alone");
        assertThat(runtime.getVariables(matter)).isEmpty();
    }

    @Test
    void a_group_with_a_path_and_a_key_with_a_dot_are_one_variable_each() {
        assertThat(
                        FormFields.in(
                                """
                        {"components": [
                          {"type": "group", "path": "visit", "components": [{"key": "place", "type": "textfield"}]},
                          {"type": "dynamiclist", "path": "people", "components": [{"key": "name", "type": "textfield"}]},
                          {"type": "textfield", "key": "address.street"},
                          {"type": "text", "text": "read this"}]}
                        """))
                .containsExactlyInAnyOrder("visit", "people", "address");
    }

    @Test
    void a_task_without_a_form_takes_nothing() {
        var matter = started();
        tasks.complete(taskOf(matter));

        assertThat(refusal("/engine-rest/task/" + taskOf(matter) + "/complete", Map.of("channel", "WEB")))
                .contains("'channel' is no field of this form");
    }

    private String refusal(String path, Map<String, Object> sent) {
        var variables = new HashMap<String, Object>();
        sent.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        var body = sent.keySet().stream().anyMatch(List.of("startInstructions", "messageName", "errorCode")::contains)
                ? sent
                : Map.of("variables", variables);
        return refused(path, body);
    }

    private String refused(String path, Object body) {
        var answer = browser.withBasicAuth("caller1", "minyi").postForEntity(path, body, String.class);
        assertThat(answer.getStatusCode().isError()).as(path).isTrue();
        return answer.getBody();
    }

    private String started() {
        return runtime.startProcessInstanceByKey("sealed").getId();
    }

    private String newest() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("sealed").list().stream()
                .map(matter -> matter.getId())
                .filter(id -> runtime.getVariable(id, "complaintWordsId") != null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private String taskOf(String matter) {
        return tasks.createTaskQuery().processInstanceId(matter).singleResult().getId();
    }

    private String textOf(String matter, String variable) {
        var id = WordsId.of((String) runtime.getVariable(matter, variable));
        return words.read(List.of(id)).get(id);
    }

    private HttpStatusCode post(String path, String name, String phone) {
        return browser.withBasicAuth("caller1", "minyi")
                .postForEntity(path, variables(name, phone), String.class)
                .getStatusCode();
    }

    private static Map<String, Object> variables(String name, String phone) {
        return Map.of(
                "variables",
                Map.of(
                        "citizenName", Map.of("value", name),
                        "citizenPhone", Map.of("value", phone),
                        "citizenMinor", Map.of("value", false),
                        "channel", Map.of("value", "HOTLINE"),
                        "complaintWords", Map.of("value", SECRET)));
    }

    private void assertNoTrace() {
        for (var text : List.of(SECRET, NAME, PHONE)) {
            for (var table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail", "act_hi_op_log")) {
                var columns =
                        table.equals("act_hi_op_log") ? "concat(org_value_, new_value_)" : "concat(text_, text2_)";
                assertThat(db.sql("select count(*) from %s where %s like ?".formatted(table, columns))
                                .param("%" + text + "%")
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero();
            }
            assertThat(db.sql(
                                    "select count(*) from act_ge_bytearray where position(convert_to(?, 'UTF8') in bytes_) > 0")
                            .param(text)
                            .query(Integer.class)
                            .single())
                    .as("act_ge_bytearray")
                    .isZero();
        }
        assertThat(db.sql("select count(*) from act_hi_detail where name_ like '%Words' or name_ like 'citizen%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void grant(String user, Resource resource, String id) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(grant);
    }

    private void grant(Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("caller");
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
