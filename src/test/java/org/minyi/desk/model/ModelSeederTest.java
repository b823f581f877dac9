package org.minyi.desk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

/** What is in the jar reaches the engine once; from then on the process owner's word counts. */
@MinyiTest
class ModelSeederTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Autowired
    ProcessEngineConfigurationImpl engine;

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
        logins.give(List.of("owner1"), "minyi");
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

        assertThat(deployedByOwner("seeded-table", "the owner's")).isEqualTo(HttpStatus.OK);
        assertThat(answer("seeded-table")).isEqualTo("the owner's");

        new ModelSeeder(repository, engine, new Jar("seeded-table", "as delivered")).seed();
        new ModelSeeder(repository, engine, new Jar("seeded-table", "a newer jar's")).seed();
        assertThat(answer("seeded-table")).isEqualTo("the owner's");
    }

    @Test
    void a_newer_jar_brings_what_was_not_there_before() {
        new ModelSeeder(repository, engine, new Jar("first-table", "first")).seed();
        new ModelSeeder(repository, engine, new Jar("second-table", "second")).seed();

        assertThat(answer("first-table")).isEqualTo("first");
        assertThat(answer("second-table")).isEqualTo("second");
    }

    private String answer(String table) {
        return decisions
                .evaluateDecisionTableByKey(table, Variables.createVariables())
                .getSingleEntry();
    }

    private Object deployedByOwner(String key, String answer) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "my change");
        parts.add("data", table(key, answer));
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
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return key + ".dmn";
            }

            @Override
            public java.net.URL getURL() throws java.io.IOException {
                return new java.net.URL("file:/jar/processes/test/" + key + ".dmn");
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
