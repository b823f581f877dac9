package org.minyi.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
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
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.question.NewQuestion;
import org.minyi.question.Questions;
import org.minyi.question.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters without a task: who finds which, and what their dossier tells. */
@MinyiTest
class MattersTest {

    private static final String NAME = "司马相如";
    private static final String NUMBER = "13800007777";

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
    Questions questions;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(
                List.of(
                        "leader1",
                        "leader2",
                        "officer1",
                        "reviewer1",
                        "director1",
                        "inspector1",
                        "auditor1",
                        "admin1",
                        "owner1",
                        "caller1"),
                "minyi");
    }

    @Test
    void a_leader_reads_the_matters_of_the_units_below_and_of_nobody_else() {
        var north = raised(SmallCity.NORTH, SmallCity.NORTH_POST);
        var south = raised(SmallCity.SOUTH, SmallCity.SOUTH_POST);

        assertThat(numbers("leader1", "")).contains(north.number()).doesNotContain(south.number());
        assertThat(numbers("leader2", "")).contains(south.number()).doesNotContain(north.number());
        assertThat(numbers("auditor1", "")).contains(north.number(), south.number());
        assertThat(numbers("admin1", "")).isEmpty();
        assertThat(numbers("owner1", "")).isEmpty();
        assertThat(dossier("leader1", north).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(dossier("leader1", south).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(dossier("admin1", north).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(db.sql("select matter_id || ' ' || by_whom from audit.fact where deed = 'DOSSIER_READ'"
                                + " and matter_id in (:north, :south)")
                        .param("north", north.id().value())
                        .param("south", south.id().value())
                        .query(String.class)
                        .list())
                .as("what was read is a fact, what was refused was not read")
                .containsExactly(north.id() + " leader1");
    }

    @Test
    void who_holds_no_call_in_hand_sees_no_whole_number_and_a_unit_no_name() {
        var matter = raised(SmallCity.NORTH, SmallCity.NORTH_POST);

        assertThat(dossier("reviewer1", matter).getBody().toString())
                .contains("司**", "138****7777")
                .doesNotContain(NAME, NUMBER);
        assertThat(dossier("leader1", matter).getBody().toString())
                .contains("North Bridge Station")
                .doesNotContain(NAME, NUMBER, "7777");
    }

    @Test
    void whom_a_matter_is_about_does_not_learn_from_another_of_the_same_person_who_complained() {
        var innocent = raised(SmallCity.NORTH, SmallCity.NORTH_POST);
        var aboutCentre = raised(SmallCity.NORTH, null);
        about(aboutCentre, SmallCity.CENTRE, null);
        var secret = tellStoryOf(aboutCentre, "forensic-identification");

        // Who sees both matters finds no way from one to the other.
        for (var reader : List.of("caller1", "reviewer1", "director1")) {
            assertThat(dossier(reader, innocent).getBody().toString())
                    .as(reader)
                    .contains("司**")
                    .doesNotContain(aboutCentre.number(), secret, "Forensic");
            assertThat(dossier(reader, aboutCentre).getBody().toString())
                    .as(reader)
                    .contains(aboutCentre.number())
                    .doesNotContain(innocent.number(), "司**", "7777");
        }
        for (var reader : List.of("inspector1", "auditor1")) {
            var whole = dossier(reader, innocent).getBody();
            assertThat(whole.at("/earlier").findValuesAsText("number")).contains(aboutCentre.number());
            assertThat(whole.toString())
                    .contains(secret + " asked", secret + " replied", secret + " called", "Forensic");
        }
    }

    @Test
    void who_is_complained_about_reads_nothing_of_it_in_another_matter_of_the_same_person() {
        var innocent = raised(SmallCity.NORTH, SmallCity.NORTH_POST);
        var aboutReviewer = raised(SmallCity.NORTH, null);
        about(aboutReviewer, SmallCity.SOUTH, "reviewer1");
        var secret = tellStoryOf(aboutReviewer, "scene-investigation");

        assertThat(dossier("reviewer1", aboutReviewer).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(dossier("reviewer1", innocent).getBody().toString())
                .contains("司**")
                .doesNotContain(aboutReviewer.number(), secret, "Scene inv");
        assertThat(dossier("director1", innocent).getBody().toString())
                .contains(
                        aboutReviewer.number(),
                        secret + " asked",
                        secret + " replied",
                        secret + " called",
                        "Scene inv");
    }

    @Test
    void a_matter_is_found_by_its_number_as_people_type_it() {
        var matter = raised(SmallCity.NORTH, null);
        var short_ = matter.number().replaceFirst("^\\d{4}-0*", "");

        assertThat(numbers("reviewer1", "number=" + matter.number())).containsExactly(matter.number());
        assertThat(numbers("reviewer1", "number=" + short_)).containsExactly(matter.number());
        assertThat(numbers("leader2", "number=" + matter.number())).isEmpty();
        assertThat(numbers("reviewer1", "number=nonsense")).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_double() {
        for (int count = 0; count < Matters.ON_A_PAGE + 5; count++) {
            raised(SmallCity.SOUTH, null);
        }
        var all = new ArrayList<String>();
        var page = page("leader2", "");
        assertThat(page).hasSize(Matters.ON_A_PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> all.add(row.get("number").asText()));
            page = page(
                    "leader2", "before=" + page.get(page.size() - 1).get("id").asText());
        }

        assertThat(all).doesNotHaveDuplicates().isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(new HashSet<>(all))
                .containsAll(db.sql(
                                "select c.number from complaint c join work_order o on o.complaint_id = c.id where o.handling_unit = :south")
                        .param("south", SmallCity.SOUTH.value())
                        .query(String.class)
                        .list());
    }

    @Test
    void nobody_reads_without_a_login() {
        assertThat(http.getForEntity("/board/api/matters", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private void about(Complaint matter, UnitCode unit, String officer) {
        db.sql("update complaint set respondent_unit = :unit, respondent_officer = :officer where id = :matter")
                .param("unit", unit.value())
                .param("officer", officer)
                .param("matter", matter.id().value())
                .update();
    }

    /** A dealing, two questions with their replies and a call that belong to it; every one of them tells the secret. */
    private String tellStoryOf(Complaint matter, String business) {
        // No digits: seven of them in a row would be taken for a number, and out of the words.
        var secret = "Secret of " + business;
        var contact = UUID.randomUUID();
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, person_id,
                                             line_id, arrived_at)
                        values (:id, 'test', :id::text, :business, :business,
                                now() - interval '1 day', :unit, :person, :line, now())
                        """)
                .param("id", contact)
                .param("business", business)
                .param("unit", SmallCity.SOUTH.value())
                .param("person", matter.person().value())
                .param("line", matter.line().value())
                .update();
        db.sql("update complaint set contact_id = :contact where id = :matter")
                .param("contact", contact)
                .param("matter", matter.id().value())
                .update();
        answered(matter, Subject.CONTACT, contact, secret);
        answered(
                matter,
                Subject.WORK_ORDER,
                db.sql("select id from work_order where complaint_id = :matter")
                        .param("matter", matter.id().value())
                        .query(UUID.class)
                        .single(),
                secret);
        db.sql(
                        """
                        with made as (
                          insert into return_call (id, matter_id, round, person_id, opened_at)
                          values (gen_random_uuid(), :matter, 0, :person, now()) returning id)
                        insert into call_attempt (id, call_id, number, called_at, caller, outcome, words_id)
                        select gen_random_uuid(), id, 1, now(), 'caller1', 'DISSATISFIED', :words from made
                        """)
                .param("matter", matter.id().value())
                .param("person", matter.person().value())
                .param("words", words.keep(matter.person(), secret + " called").value())
                .update();
        return secret;
    }

    private void answered(Complaint matter, Subject subject, UUID about, String secret) {
        questions.ask(new NewQuestion(
                subject,
                about,
                1,
                UUID.randomUUID(),
                matter.person(),
                matter.line(),
                secret + " asked {code}",
                Instant.now().plus(Duration.ofDays(1))));
        db.sql(
                        """
                        insert into reply (id, operator_ref, line_id, extension, lettered, digit, words_id, received_at, state,
                                           question_id)
                        select gen_random_uuid(), q.id::text, q.line_id, '0', false, 3, :words, now(), 'APPLIED', q.id
                          from question q where q.subject_id = :about
                        """)
                .param("words", words.keep(matter.person(), secret + " replied").value())
                .param("about", about)
                .update();
    }

    private List<String> numbers(String user, String query) {
        return page(user, query).findValuesAsText("number");
    }

    private JsonNode page(String user, String query) {
        var answer = http.withBasicAuth(user, "minyi").getForEntity("/board/api/matters?" + query, JsonNode.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> dossier(String user, Complaint matter) {
        return http.withBasicAuth(user, "minyi").getForEntity("/board/api/matters/" + matter.id(), JsonNode.class);
    }

    private Complaint raised(UnitCode handling, UnitCode executing) {
        var person = citizens.enrol(List.of(new Told(NAME, NUMBER, false))).get(0);
        var matter = complaints.take(new RaisedMatter(
                Channel.HOTLINE,
                null,
                Kind.COMPLAINT,
                null,
                person.person(),
                person.line(),
                words.keep(person.person(), "我是司马相如，13800007777，two hours at the counter"),
                "household-registration",
                handling.value(),
                null,
                "caller1"));
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, handling_unit,
                                                executing_unit, state, opened_at)
                        values (:id, :matter, :number, :person, 'OTHER', 'ORDINARY', :handling, :executing, 'RECTIFYING', now())
                        """)
                .param("id", UUID.randomUUID())
                .param("matter", matter.id().value())
                .param("number", matter.number())
                .param("person", matter.person().value())
                .param("handling", handling.value())
                .param("executing", executing == null ? null : executing.value())
                .update();
        return matter;
    }
}
