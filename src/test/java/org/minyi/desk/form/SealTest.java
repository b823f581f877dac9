package org.minyi.desk.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                                    .userTask("userTask_call")
                                    .camundaCandidateGroups("caller")
                                    .userTask("userTask_later")
                                    .camundaCandidateGroups("caller")
                                    .endEvent()
                                    .done())
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

    private void grant(Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId("caller");
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
