package org.minyi.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.MinyiTest;
import org.minyi.citizen.PersonId;
import org.minyi.desk.Parties;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees which matter: the predicate, and the database's lock without it. */
@MinyiTest
class SightsTest {

    /** No matter's: names of units, colleagues and businesses, when there is work, and what the drawings ask. */
    private static final Set<String> NO_MATTERS = Set.of(
            "unit",
            "member",
            "member_role",
            "module",
            "business",
            "calendar_version",
            "calendar_week",
            "calendar_day",
            "asking",
            "question_text");

    @Autowired
    Sights sights;

    @Autowired
    Onlooker onlooker;

    @Autowired
    Parties parties;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    JdbcClient db;

    private UUID north;
    private UUID northAtSubCentre;
    private UUID south;
    private UUID aboutReviewer1;

    @BeforeEach
    void matters_in_two_sub_bureaus() {
        SmallCity.standsIn(organisation, units);
        north = matter(SmallCity.NORTH, SmallCity.NORTH_POST, "officer1");
        northAtSubCentre = matter(SmallCity.NORTH, null, null);
        south = matter(SmallCity.SOUTH, SmallCity.SOUTH_POST, null);
        aboutReviewer1 = matter(SmallCity.SOUTH, null, "reviewer1");
    }

    @ParameterizedTest
    @CsvSource({
        "caller1,   true,  true,  true,  true",
        "triage1,   true,  true,  true,  true",
        "reviewer1, true,  true,  true,  false",
        "reviewer2, true,  true,  true,  true",
        "director1, true,  true,  true,  true",
        "inspector1,true,  true,  true,  true",
        "auditor1,  true,  true,  true,  true",
        "owner1,    false, false, false, false",
        "admin1,    false, false, false, false",
        "liaison1,  true,  true,  false, false",
        "leader1,   true,  true,  false, false",
        "liaison2,  false, false, true,  true",
        "leader2,   false, false, true,  true",
        "officer1,  true,  false, false, false",
        "officer1b, true,  false, false, false",
        "officer2,  false, false, true,  false",
        "nobody,    false, false, false, false",
        "'',        false, false, false, false",
    })
    void everybody_sees_what_they_have_in_hand_by_the_predicate_and_by_the_lock(
            String viewer, boolean first, boolean second, boolean third, boolean fourth) {
        var matters = List.of(north, northAtSubCentre, south, aboutReviewer1);
        var expected = List.of(first, second, third, fourth);

        assertThat(matters.stream().map(matter -> sights.sees(viewer, matter))).isEqualTo(expected);
        assertThat(matters.stream().map(matter -> onlooker.as(viewer, shows("complaint", "id", matter))))
                .isEqualTo(expected);
        assertThat(matters.stream().map(matter -> onlooker.as(viewer, shows("work_order", "complaint_id", matter))))
                .isEqualTo(expected);
        assertThat(matters.stream().map(matter -> onlooker.as(viewer, shows("complaint_step", "complaint_id", matter))))
                .isEqualTo(expected);
    }

    @Test
    void whoever_has_a_part_in_a_matter_sees_it_as_a_unit_does() {
        assertThat(seenBy("leader2", north)).isEqualTo("no no no");

        parties.take(north, SmallCity.SOUTH, Parties.Part.MEETING);
        parties.take(northAtSubCentre, SmallCity.SOUTH_POST, Parties.Part.RESPONDENT);
        parties.take(south, "officer1", Parties.Part.RESPONDENT);

        assertThat(seenBy("leader2", north)).isEqualTo("yes yes yes");
        assertThat(seenBy("officer2", north))
                .as("a post below is not the sub-bureau")
                .isEqualTo("no no no");
        assertThat(seenBy("officer2", northAtSubCentre)).isEqualTo("yes yes yes");
        assertThat(seenBy("leader2", northAtSubCentre))
                .as("what its post has a part in")
                .isEqualTo("yes yes yes");
        assertThat(seenBy("officer1", south)).isEqualTo("yes yes yes");
        assertThat(seenBy("officer1b", south)).as("the colleague has none").isEqualTo("no no no");
        assertThat(sights.knowsWho("leader2", north)).isFalse();
        assertThat(sights.mayAskWho("leader2", north)).isTrue();
        assertThat(sights.mayAskWho("officer2", northAtSubCentre))
                .as("whoever is held responsible asks nobody")
                .isFalse();
        assertThat(sights.mayAskWho("officer1", south)).isFalse();
    }

    private String seenBy(String viewer, UUID matter) {
        return Stream.of(
                        sights.sees(viewer, matter),
                        onlooker.as(viewer, shows("complaint", "id", matter)),
                        onlooker.as(viewer, shows("work_order", "complaint_id", matter)))
                .map(seen -> seen ? "yes" : "no")
                .collect(Collectors.joining(" "));
    }

    @Test
    void whoever_moves_loses_the_old_unit_at_once() {
        organisation.move("officer1b", SmallCity.SOUTH_POST);
        try {
            assertThat(sights.sees("officer1b", north)).isFalse();
            assertThat(onlooker.as("officer1b", shows("complaint", "id", north)))
                    .isFalse();
            assertThat(sights.sees("officer1b", south)).isTrue();
        } finally {
            organisation.move("officer1b", SmallCity.NORTH_POST);
        }
    }

    @Test
    void who_complained_is_known_to_the_centre_and_to_nobody_complained_about() {
        assertThat(sights.knowsWho("caller1", north)).isTrue();
        assertThat(sights.knowsWho("auditor1", north)).isTrue();
        assertThat(sights.knowsWho("reviewer1", aboutReviewer1)).isFalse();
        for (var unitPerson : List.of("officer1", "officer1b", "liaison1", "leader1", "officer2", "leader2")) {
            assertThat(sights.knowsWho(unitPerson, north)).as(unitPerson).isFalse();
        }
    }

    @Test
    void whoever_sees_a_matter_may_ask_who_it_is_from_except_those_it_is_about_and_all_below_them() {
        db.sql("update complaint set respondent_unit = :unit where id = :id")
                .param("unit", SmallCity.NORTH.value())
                .param("id", north)
                .update();

        assertThat(List.of("reviewer1", "director1", "inspector1", "auditor1", "triage1"))
                .allMatch(viewer -> sights.mayAskWho(viewer, north));
        assertThat(List.of("liaison1", "leader1", "officer1", "officer1b", "liaison2", "officer2", "admin1", "owner1"))
                .noneMatch(viewer -> sights.mayAskWho(viewer, north));
        assertThat(sights.mayAskWho("leader2", south)).isTrue();
        assertThat(sights.mayAskWho("reviewer1", aboutReviewer1)).isFalse();
    }

    @Test
    void when_the_centre_is_complained_about_only_inspector_and_auditor_know_by_whom() {
        var aboutCentre = matter(SmallCity.NORTH, null, null);
        db.sql("update complaint set respondent_unit = :centre where id = :id")
                .param("centre", SmallCity.CENTRE.value())
                .param("id", aboutCentre)
                .update();

        assertThat(sights.knowsWho("reviewer2", aboutCentre)).isFalse();
        assertThat(sights.knowsWho("director1", aboutCentre)).isFalse();
        assertThat(sights.knowsWho("inspector1", aboutCentre)).isTrue();
        assertThat(sights.knowsWho("auditor1", aboutCentre)).isTrue();
    }

    @Test
    void what_was_asked_answered_and_written_in_ones_own_matter_stays_behind_the_lock() {
        var order = db.sql("select id from work_order where complaint_id = :matter")
                .param("matter", aboutReviewer1)
                .query(UUID.class)
                .single();
        var dealing = dealingOf(aboutReviewer1);
        var questions = List.of(asked("WORK_ORDER", order), asked("CONTACT", dealing));
        var letters = List.of(written(aboutReviewer1), written(order));

        for (var table : List.of("reply", "question", "sms")) {
            var column = table.equals("reply") ? "question_id" : "id";
            assertThat(questions.stream().map(id -> onlooker.as("reviewer1", shows(table, column, id))))
                    .as(table)
                    .containsOnly(false);
            assertThat(questions.stream().map(id -> onlooker.as("reviewer2", shows(table, column, id))))
                    .as(table)
                    .containsOnly(true);
        }
        assertThat(letters.stream().map(id -> onlooker.as("reviewer1", shows("sms", "id", id))))
                .containsOnly(false);
        assertThat(letters.stream().map(id -> onlooker.as("reviewer2", shows("sms", "id", id))))
                .containsOnly(true);
        assertThat(onlooker.as("reviewer1", shows("contact", "id", dealing))).isFalse();
        assertThat(onlooker.as("reviewer2", shows("contact", "id", dealing))).isTrue();
    }

    @Test
    void the_story_of_a_person_leaves_out_every_id_that_leads_to_a_matter_about_the_reader() {
        var person = db.sql("select person_id from complaint where id = :matter")
                .param("matter", aboutReviewer1)
                .query(UUID.class)
                .single();
        var order = db.sql("select id from work_order where complaint_id = :matter")
                .param("matter", aboutReviewer1)
                .query(UUID.class)
                .single();
        var dealing = dealingOf(aboutReviewer1);

        assertThat(sights.keptApart("reviewer1", new PersonId(person)))
                .containsExactlyInAnyOrder(aboutReviewer1, order, dealing);
        assertThat(sights.keptApart("reviewer2", new PersonId(person))).isEmpty();
        assertThat(sights.hidden("reviewer1", List.of(aboutReviewer1, dealing, north, UUID.randomUUID())))
                .containsExactlyInAnyOrder(aboutReviewer1, dealing);
        assertThat(sights.anonymous("reviewer1", List.of(aboutReviewer1, dealing, north, UUID.randomUUID())))
                .containsExactlyInAnyOrder(aboutReviewer1, dealing);
    }

    @Test
    void an_onlooker_without_a_name_sees_nothing_and_nobody_writes_or_reads_identities() {
        assertThat(onlooker.as("", () -> db.sql("select count(*) from complaint")
                        .query(Integer.class)
                        .single()))
                .isZero();
        for (var forbidden : List.of(
                "update complaint set title = 'x'",
                "delete from complaint",
                "insert into complaint_step (id, complaint_id, step, done_at, done_by, outcome) select gen_random_uuid(), id, 'x', now(), 'x', 'x' from complaint",
                "select * from citizen.line",
                "select * from citizen.person",
                "select * from citizen.words")) {
            assertThatThrownBy(() ->
                            onlooker.as("auditor1", () -> db.sql(forbidden).update()))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void after_a_look_minyi_is_itself_again_also_when_the_look_failed() {
        assertThatThrownBy(() -> onlooker.as("auditor1", () -> {
                    throw new IllegalStateException("meanwhile");
                }))
                .hasMessage("meanwhile");

        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("minyi");
        assertThat(db.sql("select count(*) from citizen.line")
                        .query(Integer.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void every_table_an_onlooker_may_read_is_locked_row_by_row_or_no_matters() {
        var readable = db.sql(
                        """
                        select c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in ('minyi', 'citizen', 'audit', 'public', 'simulator') and c.relkind in ('r', 'p', 'v', 'm')
                           and has_table_privilege('minyi_onlooker', c.oid, 'select')
                           and not c.relrowsecurity
                        """)
                .query(String.class)
                .list();

        assertThat(readable).isSubsetOf(NO_MATTERS);
    }

    /** Names no officer: that it is about reviewer1 only the matter says. */
    private UUID dealingOf(UUID matter) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, person_id, arrived_at)
                        values (:id, 'test', :id::text, 'hotline', 'hotline', now(), :unit, gen_random_uuid(), now())
                        """)
                .param("id", id)
                .param("unit", SmallCity.SOUTH.value())
                .update();
        db.sql("update complaint set contact_id = :id where id = :matter")
                .param("id", id)
                .param("matter", matter)
                .update();
        return id;
    }

    /** A question that was sent and answered. */
    private UUID asked(String subject, UUID about) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into question (id, subject, subject_id, round, batch_id, text_number, person_id, line_id, ordinal, code)
                        values (:id, :subject, :about, 1, :id, 1, gen_random_uuid(), :id, 1, 10)
                        """)
                .param("id", id)
                .param("subject", subject)
                .param("about", about)
                .update();
        db.sql(
                        """
                        insert into reply (id, operator_ref, line_id, extension, lettered, received_at, state, question_id)
                        values (gen_random_uuid(), :id::text, :id, '0', false, now(), 'APPLIED', :id)
                        """)
                .param("id", id)
                .update();
        sent(id, id, id);
        return id;
    }

    private UUID written(UUID batch) {
        var id = UUID.randomUUID();
        sent(id, batch, UUID.randomUUID());
        return id;
    }

    private void sent(UUID id, UUID batch, UUID line) {
        db.sql(
                        """
                        insert into sms (id, batch_id, line_id, extension, text, state, not_before, put_at, moved_at)
                        values (:id, :batch, :line, '0', 'x', 'WITHDRAWN', now(), now(), now())
                        """)
                .param("id", id)
                .param("batch", batch)
                .param("line", line)
                .update();
    }

    private Supplier<Boolean> shows(String table, String column, UUID matter) {
        return () -> db.sql("select exists (select from %s where %s = :matter)".formatted(table, column))
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    private UUID matter(UnitCode handling, UnitCode executing, String respondent) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into complaint (id, number, title, channel, kind, person_id, respondent_officer, raised_at, raised_by)
                        values (:id, :number, 'Household registration', 'HOTLINE', 'COMPLAINT', gen_random_uuid(), :respondent, now(), 'caller1')
                        """)
                .param("id", id)
                .param("number", id.toString())
                .param("respondent", respondent)
                .update();
        db.sql(
                        """
                        insert into complaint_step (id, complaint_id, step, done_at, done_by, outcome)
                        values (gen_random_uuid(), :id, 'triage', now(), 'triage1', 'OURS')
                        """)
                .param("id", id)
                .update();
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, respondent_officer,
                                                handling_unit, executing_unit, state, opened_at)
                        values (gen_random_uuid(), :id, :number, gen_random_uuid(), 'DELAY', 'ORDINARY', :respondent,
                                :handling, :executing, 'OPENED', now())
                        """)
                .param("id", id)
                .param("number", id.toString())
                .param("respondent", respondent)
                .param("handling", handling.value())
                .param("executing", executing == null ? null : executing.value())
                .update();
        return id;
    }
}
