package org.minyi.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.audit.Deed;
import org.minyi.audit.Fault;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** Who reads the evidence, and that the button says what the command says. */
@MinyiTest
class EvidenceApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    Citizens citizens;

    @Autowired
    WordsBook words;

    @Autowired
    Complaints complaints;

    @Autowired
    DataSource database;

    @BeforeEach
    void aCity() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("auditor1", "director1", "reviewer1", "leader1", "officer1", "admin1", "owner1"), "minyi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "director1"})
    void the_auditor_and_the_director_read_and_verify(String user) throws InterruptedException {
        assertThat(get(user, "/audit/api").at("/facts").asLong()).isGreaterThan(30);
        var facts = get(user, "/audit/api/facts");
        assertThat(facts).hasSize(50);
        assertThat(get(
                                user,
                                "/audit/api/facts?before="
                                        + facts.at("/49/position").asLong())
                        .at("/0/position")
                        .asLong())
                .isEqualTo(facts.at("/49/position").asLong() - 1);

        var check = verified(user);
        assertThat(check.at("/result/holds").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.at("/result/facts").asLong()).isGreaterThan(30);
    }

    @Test
    void the_button_finds_what_the_owner_of_the_database_changed_and_says_where() throws InterruptedException {
        changeFactSeven("by_whom || '.'");
        try {
            var check = verified("auditor1");

            assertThat(check.at("/result/holds").asBoolean()).isFalse();
            assertThat(check.at("/result/faults").asInt()).isEqualTo(1);
            assertThat(check.at("/result/findings/0/fault").asText()).isEqualTo("FACT_CHANGED");
            assertThat(check.at("/result/findings/0/position").asInt()).isEqualTo(7);
        } finally {
            changeFactSeven("left(by_whom, -1)");
        }
    }

    private void changeFactSeven(String byWhom) {
        TestDatabase.asOwner(
                database,
                "alter table audit.fact disable trigger refuse; update audit.fact set by_whom = " + byWhom
                        + " where id = (select fact_id from audit.link where position = 7);"
                        + " alter table audit.fact enable trigger refuse");
    }

    private JsonNode verified(String user) throws InterruptedException {
        assertThat(as(user).postForEntity("/audit/api/verify", null, JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        var check = get(user, "/audit/api").at("/check");
        for (var tries = 0; tries < 200 && check.at("/running").asBoolean(); tries++) {
            Thread.sleep(50);
            check = get(user, "/audit/api").at("/check");
        }
        return check;
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer1", "leader1", "officer1", "admin1", "owner1"})
    void nobody_else_does(String user) {
        for (var path : List.of("/audit/api", "/audit/api/facts")) {
            assertThat(as(user).getForEntity(path, String.class).getStatusCode())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(as(user).postForEntity("/audit/api/verify", null, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void who_is_not_logged_in_reads_nothing() {
        for (var path : List.of("/audit/api", "/audit/api/facts")) {
            assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void of_the_matter_about_themselves_the_director_reads_that_something_was_done_and_nothing_else() {
        var matter = seen(raised(SmallCity.NORTH_POST.value(), "director1"));

        var director = facts("director1").stream()
                .filter(fact -> fact.path("withheld").asBoolean())
                .toList();
        assertThat(director).hasSizeGreaterThanOrEqualTo(2).allSatisfy(fact -> assertThat(names(fact))
                .containsExactlyInAnyOrder("position", "at", "deed", "withheld"));
        assertThat(director).extracting(fact -> fact.at("/deed").asText()).contains("MATTER_RAISED", "IDENTITY_SEEN");
        assertThat(facts("director1").toString())
                .doesNotContain(
                        matter.id().toString(), matter.number(), matter.person().toString());
        assertThat(facts("auditor1").toString())
                .contains(
                        matter.id().toString(), matter.number(), matter.person().toString());
    }

    @Test
    void who_complained_about_the_centre_its_director_does_not_learn_from_the_evidence() {
        var matter = seen(raised(SmallCity.CENTRE.value(), null));

        assertThat(facts("director1").toString())
                .contains(matter.id().toString(), matter.number())
                .doesNotContain(matter.person().toString());
        assertThat(facts("auditor1").toString())
                .contains(matter.id().toString(), matter.person().toString());
    }

    @Test
    void every_deed_and_every_fault_has_its_words() throws IOException {
        var script = Files.readString(Path.of("src/main/resources/static/audit/words.js"));
        var words = new ObjectMapper().readTree(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1));
        for (var deed : Deed.values()) {
            assertThat(words.at("/zh").has("deed." + deed)).as("%s", deed).isTrue();
        }
        for (var fault : Fault.values()) {
            assertThat(words.at("/zh").has("fault." + fault)).as("%s", fault).isTrue();
        }
    }

    private Complaint raised(String unit, String officer) {
        var person = citizens.enrol(List.of(new Told("Li Hua " + UUID.randomUUID(), "13800002468", false)))
                .get(0);
        return complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), "two hours at the counter"),
                null,
                unit,
                officer,
                "caller1"));
    }

    private Complaint seen(Complaint matter) {
        citizens.lookAt(matter.person(), "caller1", matter.id().value(), false);
        return matter;
    }

    private List<JsonNode> facts(String user) {
        return StreamSupport.stream(get(user, "/audit/api/facts").spliterator(), false)
                .toList();
    }

    private static Set<String> names(JsonNode fact) {
        return fact.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private JsonNode get(String user, String path) {
        return as(user).getForEntity(path, JsonNode.class).getBody();
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "minyi");
    }
}
