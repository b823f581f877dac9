package org.minyi.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.sight.Onlooker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each of the two locks on the history holds by itself: the queries without the database's, and it without them. */
@MinyiTest
@Import(PlayedMatter.class)
class HistorySightTest {

    private static final String LOCKED =
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relrowsecurity and (n.nspname = 'minyi' or n.nspname = 'public' and c.relname like 'act\\_hi\\_%')
            """;

    private static PlayedMatter.Played matter;
    private static String order;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource pool;

    @Autowired
    Onlooker onlooker;

    @BeforeEach
    void a_matter_of_the_north_with_something_of_everything_the_engine_keeps(
            @Autowired Organisation organisation,
            @Autowired Units units,
            @Autowired Logins logins,
            @Autowired PlayedMatter play) {
        if (matter != null) {
            return;
        }
        SmallCity.standsIn(organisation, units);
        logins.give(SmallCity.members().stream().map(Member::userId).toList(), "minyi");
        matter = play.taken(http).untilAsked();
        order = db.sql("select proc_inst_id_ from act_hi_procinst where proc_def_key_ = 'work-order'")
                .query(String.class)
                .single();
        db.sql(
                        """
                        insert into act_hi_incident (id_, proc_inst_id_, create_time_, incident_type_, incident_state_)
                        values (gen_random_uuid(), :order, now(), 'failedJob', 0)
                        """)
                .param("order", order)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader2", "liaison2", "officer2", "owner1", "admin1", "nobody", ""})
    void by_the_lock_alone_a_stranger_finds_nothing_in_any_table(String stranger) {
        assertThat(rows(stranger).values()).hasSize(11).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "director1", "inspector1", "leader1", "liaison1", "officer1", "officer1b"})
    void by_the_lock_alone_whose_matter_it_is_finds_something_in_every_table(String viewer) {
        assertThat(rows(viewer).values()).hasSize(11).allMatch(count -> count > 0);
    }

    @Test
    void by_the_queries_alone_a_stranger_finds_nothing_and_the_unit_its_own() {
        var locked = db.sql(LOCKED).query(String.class).list();
        locked.forEach(
                table -> TestDatabase.asOwner(pool, "alter table %s disable row level security".formatted(table)));
        try {
            for (var stranger : List.of("leader2", "liaison2", "officer2")) {
                assertThat(found(stranger)).as(stranger).isEmpty();
                assertThat(saved(stranger)).as(stranger).doesNotContain(matter.number(), order);
                assertThat(status(stranger, "/" + order)).as(stranger).isEqualTo(HttpStatus.NOT_FOUND);
                assertThat(status(stranger, "/" + order + "/drawing"))
                        .as(stranger)
                        .isEqualTo(HttpStatus.NOT_FOUND);
            }
            for (var viewer : List.of("auditor1", "leader1", "officer1")) {
                assertThat(found(viewer))
                        .as(viewer)
                        .containsExactlyInAnyOrderElementsOf(instances(
                                viewer.equals("auditor1") ? "true" : "proc_def_key_ in ('complaint', 'work-order')"));
                assertThat(saved(viewer)).as(viewer).contains(matter.number(), order);
                assertThat(status(viewer, "/" + order)).as(viewer).isEqualTo(HttpStatus.OK);
            }
        } finally {
            locked.forEach(
                    table -> TestDatabase.asOwner(pool, "alter table %s enable row level security".formatted(table)));
        }
    }

    @Test
    void of_the_engines_tables_an_onlooker_reads_the_locked_ones_and_writes_none() {
        assertThat(engineTables("select")).containsExactlyInAnyOrderElementsOf(locks());
        for (var change : List.of("insert", "update", "delete", "truncate")) {
            assertThat(engineTables(change)).as(change).isEmpty();
        }
    }

    /** What a query that forgot to ask whose matter it is would find, by table. */
    private Map<String, Integer> rows(String viewer) {
        var rows = new TreeMap<String, Integer>();
        for (var table : locks()) {
            rows.put(table, onlooker.as(viewer, () -> db.sql("select count(*) from public." + table)
                    .query(Integer.class)
                    .single()));
        }
        return rows;
    }

    private List<String> locks() {
        return db.sql(LOCKED).query(String.class).list().stream()
                .filter(table -> table.startsWith("public."))
                .map(table -> table.substring("public.".length()))
                .toList();
    }

    private List<String> engineTables(String privilege) {
        return db.sql(
                        """
                        select c.relname from pg_class c
                         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                           and has_table_privilege('minyi_onlooker', c.oid, :privilege)
                        """)
                .param("privilege", privilege)
                .query(String.class)
                .list();
    }

    /** A unit finds the matter itself; verdicts and documents are told in its dossier. */
    private List<String> instances(String which) {
        return db.sql("select proc_inst_id_ from act_hi_procinst where " + which)
                .query(String.class)
                .list();
    }

    private List<String> found(String user) {
        return http.withBasicAuth(user, "minyi")
                .getForObject("/history/api/instances", JsonNode.class)
                .path("instances")
                .findValuesAsText("id");
    }

    private String saved(String user) {
        return http.withBasicAuth(user, "minyi").getForObject("/history/api/instances.csv", String.class);
    }

    private HttpStatus status(String user, String path) {
        return (HttpStatus) http.withBasicAuth(user, "minyi")
                .getForEntity("/history/api/instances" + path, String.class)
                .getStatusCode();
    }
}
