package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** The first lock: handed in over REST, every attack is refused with the place where it stands, every good model taken. */
@MinyiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksAtTheDoorTest {

    @Autowired
    TestRestTemplate browser;

    @Autowired
    RepositoryService repository;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @BeforeAll
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("owner1"), "minyi");
    }

    /** Six at a time: a login takes its time on purpose, and every attack is told by name either way. */
    static Stream<List<Attack>> attacks() {
        var all = Attacks.all();
        return IntStream.rangeClosed(0, (all.size() - 1) / 6)
                .mapToObj(part -> all.subList(part * 6, Math.min(all.size(), part * 6 + 6)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void every_attack_is_refused_and_whoever_handed_it_in_reads_where(List<Attack> attacks) {
        var before = repository.createDeploymentQuery().count();
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "handed in");
        for (int i = 0; i < attacks.size(); i++) {
            add(parts, "n" + i + "/" + attacks.get(i).file(), attacks.get(i).bytes());
        }

        var answer = post(parts);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        var told = answer.getBody().path("message").asText();
        assertThat(told).startsWith("Nothing was stored. ");
        for (int i = 0; i < attacks.size(); i++) {
            assertThat(told)
                    .as(attacks.get(i).name())
                    .containsPattern(
                            "n" + i + "/" + Pattern.quote(attacks.get(i).file())
                                    + ", (line \\d+[^:]*|the file|form|[a-zA-Z]+ '.*?'): \\S");
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void one_attack_alone_is_refused_like_many() {
        for (var attack : Attacks.all().stream()
                .filter(one -> one.name().matches("drawing/(condition|shell|script-task)(/.*)?|table/juel-literal"))
                .toList()) {
            var parts = new LinkedMultiValueMap<String, Object>();
            parts.add("deployment-name", "handed in");
            add(parts, attack.file(), attack.bytes());

            assertThat(post(parts).getStatusCode()).as(attack.name()).isEqualTo(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void thirty_good_models_are_taken() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/good"))) {
            var models = files.sorted().toList();
            assertThat(models).hasSizeGreaterThanOrEqualTo(30);
            taken(models);
        }
    }

    @Test
    void what_minyi_is_delivered_with_is_taken_as_well() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            taken(files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .toList());
        }
    }

    private void taken(List<Path> models) throws IOException {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "handed in");
        for (var model : models) {
            add(parts, model.getFileName().toString(), Files.readAllBytes(model));
        }

        var answer = post(parts);

        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.OK);
        var deployment = answer.getBody().path("id").asText();
        assertThat(repository.getDeploymentResourceNames(deployment)).hasSize(models.size());
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_of_the_deployment_stays() {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "two wrong, one right");
        add(
                parts,
                "right.form",
                "{\"id\":\"right\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[]}"
                        .getBytes(StandardCharsets.UTF_8));
        add(
                parts,
                "wrong.form",
                "{\"id\":\"w\",\"type\":\"default\",\"components\":[{\"type\":\"html\",\"id\":\"a\"},{\"type\":\"iframe\",\"id\":\"b\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        add(parts, "wrong.js", "x".getBytes(StandardCharsets.UTF_8));

        var answer = post(parts);

        assertThat(answer.getBody().path("message").asText())
                .contains("wrong.form, html 'a': ", "wrong.form, iframe 'b': ", "wrong.js, the file: ")
                .doesNotContain("right.form");
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("two wrong, one right")
                        .count())
                .isZero();
    }

    private ResponseEntity<JsonNode> post(LinkedMultiValueMap<String, Object> parts) {
        return browser.withBasicAuth("owner1", "minyi")
                .postForEntity("/engine-rest/deployment/create", parts, JsonNode.class);
    }

    private static void add(LinkedMultiValueMap<String, Object> parts, String file, byte[] content) {
        parts.add(file, new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return file;
            }
        });
    }
}
