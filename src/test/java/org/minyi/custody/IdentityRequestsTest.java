package org.minyi.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Kind;
import org.minyi.complaint.RaisedMatter;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.NotASecondPerson;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the question in the dossier, through the custodian's task, to the number on the screen, and shut again. */
@MinyiTest
class IdentityRequestsTest {

    private static final String NAME = "诸葛明亮";
    private static final String NUMBER = "13800009191";

    @Autowired
    IdentityRequests requests;

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
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identity;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    private Complaint matter;

    @BeforeEach
    void a_matter_about_a_northern_officer_that_the_south_has_in_hand() {
        SmallCity.standsIn(organisation, units);
        if (hasNoCustodian()) {
            organisation.enlist(List.of(
                    new Member("custodian1", "Custodian One", SmallCity.CENTRE, Set.of(Role.CUSTODIAN)),
                    new Member(
                            "custodian2", "Custodian Two", SmallCity.CENTRE, Set.of(Role.CUSTODIAN, Role.REVIEWER))));
        }
        logins.give(List.of("leader2", "officer1", "liaison1", "custodian1", "reviewer1"), "minyi");
        matter = raised();
    }

    @AfterEach
    void nobody_is_logged_in() {
        identity.clearAuthentication();
    }

    @Test
    void what_the_custodian_grants_is_shown_to_the_one_who_asked_and_to_nobody_else() {
        assertThat(person("leader2").at("/asking/state").asText()).isEqualTo("MAY_ASK");
        assertThat(person("leader2").toString()).doesNotContain(NAME, NUMBER);

        requests.ask("leader2", matter.id().value(), "the person must be visited");
        assertThat(person("leader2").at("/asking/state").asText()).isEqualTo("ASKED");
        decide("custodian1", "GRANTED");

        assertThat(person("leader2").at("/asking/state").asText()).isEqualTo("GRANTED");
        assertThat(person("leader2").at("/name").asText()).isEqualTo(NAME);
        assertThat(person("leader2").at("/number").asText()).isEqualTo(NUMBER);
        assertThat(person("reviewer1").toString()).doesNotContain(NAME, NUMBER);
        assertThat(deeds()).contains("IDENTITY_ASKED", "IDENTITY_GRANTED");
        // The reviewer's look is a fact as well, of a masked face.
        assertThat(db.sql("select distinct by_whom || ' ' || (told::json ->> 'shown') from audit.fact"
                                + " where deed = 'IDENTITY_SEEN' and matter_id = :matter")
                        .param("matter", matter.id().value())
                        .query(String.class)
                        .list())
                .contains("leader2 FULL")
                .filteredOn(look -> look.endsWith("FULL"))
                .containsExactly("leader2 FULL");
    }

    @Test
    void a_grant_ends_after_a_day() {
        requests.ask("leader2", matter.id().value(), "a visit");
        decide("custodian1", "GRANTED");

        var granted = requests.latest(matter.id().value(), "leader2").orElseThrow();
        assertThat(Duration.between(granted.decidedAt(), granted.until())).isEqualTo(Duration.ofHours(24));
        db.sql("update identity_request set granted_until = now() - interval '1 second' where id = :id")
                .param("id", granted.id().value())
                .update();

        assertThat(requests.isOpenTo("leader2", matter.id().value())).isFalse();
        assertThat(person("leader2").at("/asking/state").asText()).isEqualTo("MAY_ASK");
        assertThat(person("leader2").toString()).doesNotContain(NAME, NUMBER);
    }

    @Test
    void a_grant_for_one_matter_opens_no_other_of_the_same_person() {
        var other = raised();
        assertThat(other.person()).isEqualTo(matter.person());
        requests.ask("leader2", matter.id().value(), "a visit");
        decide("custodian1", "GRANTED");
        assertThat(person("leader2").toString()).contains(NAME, NUMBER);

        assertThat(requests.isOpenTo("leader2", other.id().value())).isFalse();
        var sealed = person("leader2", other);
        assertThat(sealed.at("/asking/state").asText()).isEqualTo("MAY_ASK");
        assertThat(sealed.toString()).doesNotContain(NAME, NUMBER);

        requests.ask("leader2", other.id().value(), "a visit there too");
        assertThat(person("leader2", other).at("/asking/state").asText()).isEqualTo("ASKED");
        assertThat(person("leader2", other).toString()).doesNotContain(NAME, NUMBER);
    }

    @Test
    void whoever_moves_away_holds_a_grant_for_nothing() {
        organisation.enlist(List.of(new Member("leader9", "Leader Nine", SmallCity.SOUTH, Set.of(Role.LEADER))));
        requests.ask("leader9", matter.id().value(), "a visit");
        decide("custodian1", "GRANTED");
        assertThat(requests.isOpenTo("leader9", matter.id().value())).isTrue();

        db.sql("update work_order set executing_unit = null where complaint_id = :matter")
                .param("matter", matter.id().value())
                .update();
        organisation.move("leader9", SmallCity.NORTH);

        assertThat(requests.isOpenTo("leader9", matter.id().value())).isFalse();
        organisation.leave("leader9");
    }

    @Test
    void what_is_refused_stays_sealed_and_says_why() {
        requests.ask("leader2", matter.id().value(), "curiosity");
        decide("custodian1", "REFUSED");

        assertThat(person("leader2").at("/asking/state").asText()).isEqualTo("REFUSED");
        assertThat(person("leader2").at("/asking/reason").asText()).isEqualTo("my reasons");
        assertThat(person("leader2").toString()).doesNotContain(NAME, NUMBER);
        assertThat(deeds()).contains("IDENTITY_REFUSED").doesNotContain("IDENTITY_GRANTED");
    }

    @Test
    void those_it_is_about_and_strangers_may_not_even_ask() {
        for (var user : List.of("officer1", "officer1b", "officer2", "admin1", "owner1", "nobody")) {
            assertThatThrownBy(() -> requests.ask(user, matter.id().value(), "tell me"))
                    .as(user)
                    .isInstanceOf(MayNotAsk.class);
        }
        assertThat(requests.about(matter.id().value())).isEmpty();
        // The post complained about has the matter in hand to put it right, and reads it without the person.
        assertThat(person("officer1").has("asking")).isFalse();
    }

    @Test
    void nobody_is_asked_without_a_reason_and_nobody_asks_twice_at_once() {
        for (var reason : new String[] {null, "", "  ", "x".repeat(2_001)}) {
            assertThatThrownBy(() -> requests.ask("leader2", matter.id().value(), reason))
                    .isInstanceOf(ReasonMissing.class);
        }
        var first = requests.ask("leader2", matter.id().value(), "a visit");
        assertThat(requests.ask("leader2", matter.id().value(), "once more").id())
                .isEqualTo(first.id());
    }

    @Test
    void a_custodian_does_not_decide_on_what_they_asked_themselves() {
        requests.ask("custodian2", matter.id().value(), "a review");
        var task = open();

        assertThatThrownBy(() -> tasks.claim(task, "custodian2")).hasRootCauseInstanceOf(NotASecondPerson.class);
        decide("custodian1", "GRANTED");
        assertThat(requests.isOpenTo("custodian2", matter.id().value())).isTrue();
    }

    @Test
    void whatever_a_drawing_says_nobody_but_a_custodian_decides() {
        var asked = requests.ask("leader2", matter.id().value(), "a visit").id();
        var why = words.keep(null, "because");

        for (var other : new String[] {"reviewer1", "owner1", "admin1", "director1", "nobody", null}) {
            assertThatThrownBy(() -> requests.grant(asked, other, why))
                    .as(other)
                    .isInstanceOf(NotACustodian.class);
            assertThatThrownBy(() -> requests.refuse(asked, other, why))
                    .as(other)
                    .isInstanceOf(NotACustodian.class);
        }
        assertThat(requests.isOpenTo("leader2", matter.id().value())).isFalse();
        assertThat(deeds()).doesNotContain("IDENTITY_GRANTED", "IDENTITY_REFUSED");
    }

    @Test
    void the_custodian_reads_the_request_and_not_the_person() {
        requests.ask("leader2", matter.id().value(), "the person must be visited");

        var dossier =
                http.withBasicAuth("custodian1", "minyi").getForObject("/dossier/api/tasks/" + open(), JsonNode.class);

        assertThat(dossier.at("/timeline").findValuesAsText("text")).contains("the person must be visited");
        assertThat(dossier.at("/timeline").findValuesAsText("title"))
                .contains("The custodian was asked whom matter " + matter.number() + " is from");
        assertThat(dossier.at("/timeline").findValuesAsText("by")).contains("Leader South");
        assertThat(dossier.at("/timeline").findValuesAsText("unit"))
                .isNotEmpty()
                .doesNotContain("null");
        assertThat(dossier.hasNonNull("person"))
                .as("no face, and no earlier matters")
                .isFalse();
        assertThat(dossier.toString()).doesNotContain(NAME, NUMBER, "nobody came");
    }

    /** Each time by the same person. */
    private Complaint raised() {
        var person = citizens.enrol(List.of(new Told(NAME, NUMBER, false))).get(0);
        var raised = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), "nobody came"),
                null,
                SmallCity.NORTH_POST.value(),
                "officer1",
                "caller1"));
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, respondent_unit,
                                                handling_unit, executing_unit, state, opened_at)
                        values (:id, :matter, :number, :person, 'OTHER', 'ORDINARY', :north, :south, :north, 'RECTIFYING', now())
                        """)
                .param("id", UUID.randomUUID())
                .param("matter", raised.id().value())
                .param("number", raised.number())
                .param("person", person.person().value())
                .param("north", SmallCity.NORTH_POST.value())
                .param("south", SmallCity.SOUTH.value())
                .update();
        return raised;
    }

    private boolean hasNoCustodian() {
        return db.sql("select count(*) from member where user_id = 'custodian1'")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private JsonNode person(String user) {
        return person(user, matter);
    }

    private JsonNode person(String user, Complaint of) {
        logins.give(List.of(user), "minyi");
        return http.withBasicAuth(user, "minyi")
                .getForObject("/board/api/matters/" + of.id(), JsonNode.class)
                .at("/person");
    }

    private void decide(String custodian, String verdict) {
        var task = open();
        identity.setAuthentication(custodian, List.of("custodian"));
        try {
            tasks.claim(task, custodian);
            tasks.complete(task, Map.of("identityVerdict", verdict, "identityWords", "my reasons"));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The request's task; its start is a step of its own. */
    private String open() {
        jobs.createJobQuery()
                .processDefinitionKey("identity-request")
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
        var id = requests.about(matter.id().value()).stream()
                .filter(request -> request.state() == IdentityRequest.State.ASKED)
                .findFirst()
                .orElseThrow()
                .id();
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }

    private List<String> deeds() {
        return db.sql("select deed from audit.fact where matter_id = :matter")
                .param("matter", matter.id().value())
                .query(String.class)
                .list();
    }
}
