package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
class AttacksAtTheDoorTest {

    private static final Path GOOD = Path.of("src/test/resources/good");

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

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("owner1"), "minyi");
    }

    static Stream<Attack> attacks() {
        return Attacks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_is_refused_and_whoever_handed_it_in_reads_where(Attack attack) {
        var before = repository.createDeploymentQuery().count();

        var answer = handIn(attack.file(), attack.bytes());

        assertThat(answer.getStatusCode()).as(attack.name()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("message").asText())
                .startsWith("Nothing was stored. " + attack.file() + ", ")
                .containsPattern("(line \\d+[^:]*|the file|form|'.*'): ");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    static Stream<Path> good() throws IOException {
        try (var files = Files.list(GOOD)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_model_is_taken(Path model) throws IOException {
        var answer = handIn(model.getFileName().toString(), Files.readAllBytes(model));

        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.OK);
        repository.deleteDeployment(answer.getBody().path("id").asText(), true);
    }

    @Test
    void there_are_thirty_good_models() throws IOException {
        assertThat(good()).hasSizeGreaterThanOrEqualTo(30);
    }

    static Stream<Path> packaged() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void what_minyi_is_delivered_with_is_taken_as_well(Path model) throws IOException {
        var answer = handIn(model.getFileName().toString(), Files.readAllBytes(model));

        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.OK);
        repository.deleteDeployment(answer.getBody().path("id").asText(), true);
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

    private ResponseEntity<JsonNode> handIn(String file, byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "handed in");
        add(parts, file, content);
        return post(parts);
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
