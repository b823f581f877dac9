package org.minyi.desk.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;

/** What a select of a form is filled with, asked for the way Tasklist asks. */
@MinyiTest
class FormChoicesTest {

    private static final String FORM =
            """
            {"id": "choosing", "type": "default", "schemaVersion": 16,
             "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "components": [
               {"id": "a", "key": "unit", "type": "select", "label": "Unit", "valuesKey": "unitChoices"},
               {"id": "g", "type": "group", "components": [
                 {"id": "b", "key": "post", "type": "select", "label": "Post", "valuesKey": "postChoices"}]},
               {"id": "c", "key": "own", "type": "select", "label": "Own", "valuesKey": "somebodyElses"},
               {"id": "d", "key": "said", "type": "textarea", "label": "Reasons", "description": "An owner's own words."}]}
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("triage1", "officer2"), "minyi");
        repository
                .createDeployment()
                .addModelInstance(
                        "choosing.bpmn",
                        Bpmn.createExecutableProcess("choosing")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .camundaFormRef("choosing")
                                .camundaFormRefBinding("latest")
                                .userTask("userTask_choose")
                                .camundaFormRef("choosing")
                                .camundaFormRefBinding("latest")
                                .camundaCandidateGroups("triage")
                                .endEvent()
                                .done())
                .addString("choosing.form", FORM)
                .deploy();
    }

    @Test
    void a_task_form_is_opened_with_the_lists_it_asks_for_and_they_are_not_stored() throws Exception {
        var task = task(Map.of("handlingUnit", "990101000000", "respondentUnit", "990102000000"));

        var lists = read(task, "unitChoices,subCentreChoices,postChoices,officerChoices,matterNumber");

        assertThat(lists.get("unitChoices").get("type").asText()).isEqualTo("Json");
        assertThat(choices(lists, "unitChoices")).hasSize(5);
        assertThat(choices(lists, "subCentreChoices").findValuesAsText("value"))
                .containsExactly("990101000000", "990102000000");
        assertThat(choices(lists, "postChoices").findValuesAsText("label")).containsExactly("North Bridge Station");
        assertThat(choices(lists, "officerChoices").findValuesAsText("value"))
                .as("those of the unit first, then everybody: triage may choose another unit")
                .startsWith("leader2", "liaison2", "officer2")
                .contains("officer1", "leader1")
                .doesNotHaveDuplicates();
        assertThat(choices(lists, "officerChoices").findValuesAsText("label"))
                .contains("Officer South, South Gate Station");
        assertThat(tasks.getVariables(task)).doesNotContainKey("unitChoices");
    }

    @Test
    void whoever_leads_the_post_complained_about_stands_right_behind_its_own_people() throws Exception {
        var lists = read(task(Map.of("respondentUnit", SmallCity.NORTH_POST.value())), "officerChoices");

        assertThat(choices(lists, "officerChoices").findValuesAsText("value"))
                .startsWith("officer1", "officer1b", "leader1", "liaison1")
                .contains("director1", "officer2")
                .doesNotHaveDuplicates();
    }

    @Test
    void an_opened_task_form_has_its_selects_filled() throws Exception {
        var task = task(Map.of("handlingUnit", "990101000000"));

        var form = json.readTree(browser.withBasicAuth("triage1", "minyi")
                .getForObject("/engine-rest/task/" + task + "/deployed-form", String.class));

        var selects = form.get("components");
        assertThat(selects.get(0).get("values")).hasSize(5);
        assertThat(selects.get(1).get("components").get(0).get("values").findValuesAsText("label"))
                .containsExactly("North Bridge Station");
        assertThat(selects.get(2).get("valuesKey").asText()).isEqualTo("somebodyElses");
    }

    @Test
    void an_opened_start_form_has_its_selects_filled() throws Exception {
        var form = json.readTree(browser.withBasicAuth("triage1", "minyi")
                .getForObject("/engine-rest/process-definition/key/choosing/deployed-start-form", String.class));

        assertThat(form.get("components").get(0).get("values")).hasSize(5);
        assertThat(form.get("components").get(0).has("valuesKey")).isFalse();
    }

    @Test
    void whoever_reads_chinese_has_it_in_chinese_but_for_an_owners_own_words() throws Exception {
        var task = task(Map.of());
        var asked = RequestEntity.get("/engine-rest/task/" + task + "/deployed-form")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .build();

        var form = json.readTree(browser.withBasicAuth("triage1", "minyi")
                .exchange(asked, String.class)
                .getBody());

        var said = form.get("components").get(3);
        assertThat(said.get("label").asText()).isEqualTo("理由");
        assertThat(said.get("description").asText()).isEqualTo("An owner's own words.");
        assertThat(said.get("key").asText()).isEqualTo("said");
    }

    @Test
    void without_a_known_unit_everybody_is_offered_as_the_officer_complained_about() throws Exception {
        var lists = read(task(Map.of()), "officerChoices");

        assertThat(choices(lists, "officerChoices").findValuesAsText("value")).contains("officer1", "officer2");
    }

    @Test
    void a_unit_field_that_was_left_empty_is_no_unit() throws Exception {
        var lists = read(task(Map.of("respondentUnit", "", "handlingUnit", "")), "officerChoices,postChoices");

        assertThat(choices(lists, "officerChoices").findValuesAsText("value")).contains("officer1");
        assertThat(choices(lists, "postChoices")).isEmpty();
    }

    /** A page would run its script in the browser of whoever opens the task (docs/decisions/0012). */
    @Test
    void an_owners_html_page_is_no_form() {
        var deployment = repository
                .createDeployment()
                .addModelInstance(
                        "own-page.bpmn",
                        Bpmn.createExecutableProcess("own-page")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_look")
                                .camundaFormKey("embedded:deployment:own-page.html")
                                .endEvent()
                                .done())
                .addString("own-page.html", "<form role=\"form\"><input cam-variable-name=\"seen\"></form>");

        assertThatThrownBy(deployment::deploy).hasMessageContaining("formKey").hasMessageContaining("own-page.html");
    }

    @Test
    void a_list_that_depends_on_the_matter_is_empty_where_the_matter_does_not_say() throws Exception {
        var lists = read(task(Map.of()), "postChoices");

        assertThat(choices(lists, "postChoices")).isEmpty();
    }

    @Test
    void a_start_form_gets_its_lists_too() throws Exception {
        var answer = browser.withBasicAuth("triage1", "minyi")
                .getForObject(
                        "/engine-rest/process-definition/key/choosing/form-variables?deserializeValues=false&variableNames=unitChoices",
                        String.class);

        assertThat(choices(json.readTree(answer), "unitChoices")).hasSize(5);
    }

    @Test
    void somebody_elses_task_shows_no_lists() {
        var task = task(Map.of());

        var answer = browser.withBasicAuth("officer2", "minyi")
                .getForEntity("/engine-rest/task/" + task + "/form-variables?variableNames=unitChoices", String.class);

        assertThat(answer.getStatusCode()).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    }

    private String task(Map<String, Object> variables) {
        var matter = runtime.startProcessInstanceByKey("choosing", variables).getId();
        return tasks.createTaskQuery().processInstanceId(matter).singleResult().getId();
    }

    private JsonNode read(String task, String names) throws Exception {
        return json.readTree(browser.withBasicAuth("triage1", "minyi")
                .getForObject(
                        "/engine-rest/task/" + task + "/form-variables?deserializeValues=false&variableNames=" + names,
                        String.class));
    }

    private JsonNode choices(JsonNode lists, String name) throws Exception {
        return json.readTree(lists.get(name).get("value").asText());
    }
}
