package org.minyi.desk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;

/** What is in the jar reaches the engine, until a process owner has had a word: from then on that counts. */
@MinyiTest
class ModelSeederTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    ClientKeys keys;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("owner1", "triage1"), "minyi");
    }

    @Test
    void everything_in_the_jar_is_deployed_and_a_restart_deploys_nothing() throws Exception {
        var jar = new PathMatchingResourcePatternResolver();
        var before = repository.createDeploymentQuery().count();

        new ModelSeeder(repository, engine, jar).seed();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        for (var drawing : jar.getResources("classpath*:processes/**/*.bpmn")) {
            assertThat(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(drawing.getFilename().replace(".bpmn", ""))
                            .count())
                    .as(drawing.getFilename())
                    .isEqualTo(1);
        }
    }

    @Test
    void an_owners_table_counts_at_once_and_survives_restarts_and_newer_jars() {
        new ModelSeeder(repository, engine, new Jar("seeded-table", "as delivered")).seed();
        assertThat(answer("seeded-table")).isEqualTo("as delivered");

        assertThat(deployedByOwner(table("seeded-table", "the owner's"))).isEqualTo(HttpStatus.OK);
        assertThat(answer("seeded-table")).isEqualTo("the owner's");

        new ModelSeeder(repository, engine, new Jar("seeded-table", "as delivered")).seed();
        new ModelSeeder(repository, engine, new Jar("seeded-table", "a newer jar's")).seed();
        assertThat(answer("seeded-table")).isEqualTo("the owner's");
    }

    @Test
    void a_newer_jar_replaces_what_no_owner_has_touched_and_an_older_one_brings_it_back() {
        new ModelSeeder(repository, engine, new Jar("newer-table", "as delivered")).seed();
        new ModelSeeder(repository, engine, new Jar("newer-table", "a newer jar's")).seed();
        assertThat(answer("newer-table")).isEqualTo("a newer jar's");

        new ModelSeeder(repository, engine, new Jar("newer-table", "a newer jar's")).seed();
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("newer-table")
                        .count())
                .isEqualTo(2);
        new ModelSeeder(repository, engine, new Jar("newer-table", "as delivered")).seed();
        assertThat(answer("newer-table")).isEqualTo("as delivered");
    }

    @Test
    void a_newer_jar_brings_what_was_not_there_before() {
        new ModelSeeder(repository, engine, new Jar("first-table", "first")).seed();
        new ModelSeeder(repository, engine, new Jar("second-table", "second")).seed();

        assertThat(answer("first-table")).isEqualTo("first");
        assertThat(answer("second-table")).isEqualTo("second");
    }

    @Test
    void an_owners_drawing_and_form_are_the_next_matters_and_a_running_one_keeps_its_drawing() throws IOException {
        // given
        var running = handedIn("before");
        var drawing = delivered("processes/complaint/complaint.bpmn")
                .replace("id=\"userTask_triage\" name=\"Triage\"", "id=\"userTask_triage\" name=\"Look at it\"");
        var form = delivered("forms/complaint/triage.form").replace("Whose matter is it?", "Who puts it right?");

        // when
        assertThat(deployedByOwner(file("complaint.bpmn", drawing), file("triage.form", form)))
                .isEqualTo(HttpStatus.OK);
        try {
            var next = handedIn("after");

            // then
            assertThat(next.getName()).isEqualTo("Look at it");
            assertThat(versionOf(next)).isEqualTo(2);
            assertThat(formOf(next)).contains("Who puts it right?");
            var kept = tasks.createTaskQuery().taskId(running.getId()).singleResult();
            assertThat(kept.getName()).isEqualTo("Triage");
            assertThat(versionOf(kept)).isEqualTo(1);

            new ModelSeeder(repository, engine, new PathMatchingResourcePatternResolver()).seed();
            assertThat(versionOf(handedIn("after a restart"))).isEqualTo(2);
        } finally {
            repository
                    .createDeploymentQuery()
                    .deploymentName("my change")
                    .list()
                    .forEach(mine -> repository.deleteDeployment(mine.getId(), true));
        }
    }

    /** The triage task of a matter that another system hands in. */
    private Task handedIn(String reference) {
        var known = tasks.createTaskQuery().taskDefinitionKey("userTask_triage").list().stream()
                .map(Task::getId)
                .toList();
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(keys.issue(MachineClient.ofEverybody("city hotline")));
        var body = Map.of(
                "channel",
                "12345",
                "reference",
                reference,
                "kind",
                "COMPLAINT",
                "name",
                "Li Hua " + reference,
                "words",
                "The window was shut.");
        assertThat(browser.postForEntity("/api/complaints", new HttpEntity<>(body, headers), Map.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        jobs.createJobQuery().messages().list().forEach(job -> jobs.executeJob(job.getId()));
        return tasks.createTaskQuery().taskDefinitionKey("userTask_triage").list().stream()
                .filter(task -> !known.contains(task.getId()))
                .findFirst()
                .orElseThrow();
    }

    private int versionOf(Task task) {
        return repository.getProcessDefinition(task.getProcessDefinitionId()).getVersion();
    }

    private String formOf(Task task) {
        return browser.withBasicAuth("triage1", "minyi")
                .getForObject("/engine-rest/task/" + task.getId() + "/deployed-form", String.class);
    }

    private static String delivered(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }

    private String answer(String table) {
        return decisions
                .evaluateDecisionTableByKey(table, Variables.createVariables())
                .getSingleEntry();
    }

    private Object deployedByOwner(Resource... files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "my change");
        for (var file : files) {
            parts.add(file.getFilename(), file);
        }
        return browser.withBasicAuth("owner1", "minyi")
                .postForEntity("/engine-rest/deployment/create", parts, Map.class)
                .getStatusCode();
    }

    private static Resource table(String key, String answer) {
        var text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="minyi"
                             xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="%s" name="x" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t">
                      <output id="o" name="answer" typeRef="string"/>
                      <rule id="r"><outputEntry id="e"><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                        .formatted(key, answer);
        return file(key + ".dmn", text);
    }

    private static Resource file(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }

            @Override
            public java.net.URL getURL() throws IOException {
                return new java.net.URL("file:/jar/processes/test/" + name);
            }
        };
    }

    /** A jar with one table in it. */
    private static final class Jar extends PathMatchingResourcePatternResolver {

        private final Resource table;

        Jar(String key, String answer) {
            table = table(key, answer);
        }

        @Override
        public Resource[] getResources(String pattern) {
            return pattern.endsWith(".dmn") ? new Resource[] {table} : new Resource[0];
        }
    }
}
