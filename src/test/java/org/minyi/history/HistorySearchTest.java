package org.minyi.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minyi.organisation.SmallCity.NORTH;
import static org.minyi.organisation.SmallCity.NORTH_POST;
import static org.minyi.organisation.SmallCity.SOUTH;
import static org.minyi.organisation.SmallCity.SOUTH_POST;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.MinyiTest;
import org.minyi.TestDatabase;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.sight.Onlooker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

/** What a search of the history finds, for whom, and page by page. */
@MinyiTest
class HistorySearchTest {

    private static final LocalDateTime MAY = LocalDateTime.parse("2026-05-10T09:00:00");
    private static final LocalDateTime JUNE = LocalDateTime.parse("2026-06-10T09:00:00");

    private static final Timestamp SOME_DAY = Timestamp.valueOf("2100-01-01 00:00:00");

    /** The instances by what a test calls them. */
    private static final Map<String, String> NAMES = new TreeMap<>();

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource pool;

    @Autowired
    HistoryTables tables;

    @Autowired
    Onlooker onlooker;

    /**
     * n and s are matters of the northern and the southern post, each with its work order; r1 is about reviewer1 and in
     * the south; w is a wave.
     */
    @BeforeEach
    void a_little_history(@Autowired Organisation organisation, @Autowired Units units, @Autowired Logins logins) {
        if (!NAMES.isEmpty()) {
            return;
        }
        SmallCity.standsIn(organisation, units);
        logins.give(SmallCity.members().stream().map(member -> member.userId()).toList(), "minyi");
        var laid = new LaidDown(db);
        var north = laid.matter("2026-000001", NORTH, NORTH_POST, NORTH_POST, "officer1");
        var n = laid.instance("complaint", north.toString(), null, MAY, MAY.plusDays(5), "endEvent_closed");
        keep("n", n);
        keep(
                "no",
                laid.instance(
                        "work-order",
                        UUID.randomUUID().toString(),
                        n,
                        MAY.plusHours(1),
                        MAY.plusDays(4),
                        "endEvent_closedSatisfied"));
        laid.task(NAMES.get("n"), n, "userTask_triage", "triage1");
        laid.task(NAMES.get("no"), n, "userTask_rectify", "officer1");
        laid.task(NAMES.get("no"), n, "userTask_reviewRectification", "leader1");
        var south = laid.matter("2026-000002", SOUTH, SOUTH_POST, SOUTH_POST, null);
        var s = laid.instance("complaint", south.toString(), null, JUNE, null, null);
        keep("s", s);
        keep("so", laid.instance("work-order", UUID.randomUUID().toString(), s, JUNE.plusHours(1), null, null));
        laid.task(NAMES.get("so"), s, "userTask_rectify", "officer2");
        laid.task(NAMES.get("so"), s, "userTask_verifyFacts", "officer1");
        var aboutTheInspector = laid.matter("2026-000003", SOUTH, null, NORTH_POST, "inspector1");
        keep("i", laid.instance("complaint", aboutTheInspector.toString(), null, JUNE.plusDays(1), null, null));
        keep(
                "w",
                laid.instance(
                        "survey-wave",
                        UUID.randomUUID().toString(),
                        null,
                        MAY.plusDays(1),
                        MAY.plusDays(3),
                        "endEvent_reported"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                                            | i so s w no n
                    number=2026-000001                      | no n
                    number=%202026-000001%20                | no n
                    number=2026-000009                      |
                    number=about                            |
                    process=work-order                      | so no
                    process=complaint                       | i s n
                    process=no-such                         |
                    unit=990101010000                       | i no n
                    unit=North Sub                          | i no n
                    unit=990102000000                       | i so s
                    unit=nowhere                            |
                    officer=officer1                        | so no
                    officer=Officer North                   | so no
                    officer=officer1&step=userTask_rectify  | no
                    step=userTask_rectify                   | so no
                    officer=nobody                          |
                    state=RUNNING                           | i so s
                    state=ENDED                             | w no n
                    outcome=endEvent_closedSatisfied        | no
                    outcome=endEvent_reported               | w
                    startedFrom=2026-06-01                  | i so s
                    startedTo=2026-05-10                    | no n
                    startedFrom=2026-05-11&startedTo=2026-05-11 | w
                    endedFrom=2026-05-14                    | no n
                    endedTo=2026-05-13                      | w
                    endedFrom=2026-05-15&endedTo=2026-05-15 | n
                    unit=North Bridge&officer=leader1&state=ENDED&startedFrom=2026-05-01&process=work-order | no
                    """)
    void each_thing_that_is_asked_for_narrows_the_search(String asked, String expected) {
        assertThat(found("auditor1", asked == null ? "" : asked.strip())).isEqualTo(names(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    auditor1   | i so s w no n
                    director1  | i so s w no n
                    inspector1 | so s w no n
                    liaison1   | no n
                    leader1    | no n
                    officer1   | no n
                    officer1b  | no n
                    liaison2   | i so s
                    leader2    | i so s
                    officer2   | so s
                    """)
    void everybody_finds_what_they_may_see_by_the_query_alone_and_by_the_lock_alone(String viewer, String expected) {
        assertThat(found(viewer, "")).isEqualTo(names(expected));
        withoutTheLock(
                () -> assertThat(found(viewer, "")).as("without the lock").isEqualTo(names(expected)));
        assertThat(byTheLockAlone(viewer, "act_hi_procinst")).isEqualTo(names(expected));
        assertThat(byTheLockAlone(viewer, "act_hi_taskinst"))
                .isSubsetOf(names(expected))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number=2026-000002",
                "unit=South Gate",
                "officer=officer2",
                "step=userTask_verifyFacts",
                "process=complaint&startedFrom=2026-06-01",
                "outcome=endEvent_reported"
            })
    void no_question_shows_what_is_not_ones_own(String asked) {
        assertThat(found("officer1", asked)).isEmpty();
    }

    @Test
    void sets_that_are_too_large_to_be_gathered_find_the_same() {
        var none = Search.Span.ANY;
        for (var search : List.of(
                new Search(null, null, List.of(NORTH_POST.value()), List.of(), null, null, null, none, none),
                new Search(null, null, List.of(), List.of("officer1"), null, null, null, none, none),
                new Search(null, null, List.of(), List.of("officer1"), "userTask_rectify", null, null, none, none),
                new Search(null, null, List.of(), List.of(), null, null, null, none, none))) {
            for (var viewer : List.of("auditor1", "leader1", "officer2")) {
                assertThat(gathered(viewer, search, false))
                        .as(viewer + " " + search)
                        .isEqualTo(gathered(viewer, search, true));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller1", "triage1", "reviewer1", "owner1", "admin1"})
    void whoever_has_no_part_in_it_is_told_so(String user) {
        for (var path : List.of("/history/api/instances", "/history/api/choices", "/history/api/instances/x")) {
            var answer = get(user, path);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(answer.getBody().path("detail").asText()).contains("the history is for the auditor");
        }
    }

    @Test
    void without_a_login_or_with_what_cannot_be_read_there_is_a_reason() {
        assertThat(http.getForEntity("/history/api/instances", JsonNode.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(http.withBasicAuth("reviewer2", "wrong")
                        .getForEntity("/history/api/instances", JsonNode.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        for (var mistyped : List.of("startedFrom=yesterday", "state=DONE", "after=here", "after=2026_x")) {
            var answer = get("auditor1", "/history/api/instances?" + mistyped);
            assertThat(answer.getStatusCode()).as(mistyped).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody().path("detail").asText()).as(mistyped).isNotBlank();
        }
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_without_a_double_whatever_begins_meanwhile() {
        var laid = new LaidDown(db);
        var expected = new ArrayList<String>();
        // Many began in the same millisecond.
        for (var i = 0; i < 61; i++) {
            expected.add(laid.instance(
                    "phone-question",
                    UUID.randomUUID().toString(),
                    null,
                    MAY.minusYears(1).plusSeconds(i / 20),
                    null,
                    null));
        }
        try {
            var pages = new ArrayList<List<String>>();
            String next = null;
            do {
                var answer = get(
                                "auditor1",
                                "/history/api/instances?process=phone-question"
                                        + (next == null ? "" : "&after=" + next))
                        .getBody();
                pages.add(ids(answer));
                laid.instance("phone-question", "later", null, JUNE.plusDays(9), null, null);
                next = answer.path("next").asText(null);
            } while (next != null);

            assertThat(pages).extracting(List::size).containsExactly(25, 25, 11);
            var all = pages.stream().flatMap(List::stream).toList();
            assertThat(new HashSet<>(all)).hasSize(61).containsExactlyInAnyOrderElementsOf(expected);
        } finally {
            db.sql("delete from act_hi_procinst where proc_def_key_ = 'phone-question'")
                    .update();
        }
    }

    @Test
    void a_list_names_the_matter_and_the_unit_that_has_it() {
        var row = get("auditor1", "/history/api/instances?number=2026-000001&process=work-order")
                .getBody()
                .at("/instances/0");

        assertThat(row.path("number").asText()).isEqualTo("2026-000001");
        assertThat(row.path("title").asText()).isEqualTo("Household registration – Delay");
        assertThat(row.path("unit").asText()).isEqualTo("North Bridge Station");
        assertThat(row.path("outcome").asText()).isEqualTo("Closed: satisfied");
        assertThat(row.path("startedAt").asText()).isEqualTo("2026-05-10T02:00:00Z");
    }

    @Test
    void that_somebody_searched_is_a_fact_with_what_was_asked_for() {
        found("director1", "unit=North Sub&officer=leader1&startedFrom=2026-05-01");

        assertThat(db.sql("select told from audit.fact where deed = 'HISTORY_READ' and by_whom = 'director1'")
                        .query(String.class)
                        .list())
                .anySatisfy(told -> assertThat(told)
                        .contains(
                                "\"people\":\"leader1\"",
                                "\"units\":\"990101",
                                "\"startedFrom\":\"2026-04-30T16:00:00Z\"",
                                "\"shown\":\"1\""));
    }

    @Test
    void what_can_be_asked_for_is_told_and_holds_no_matter() {
        var choices = get("officer1", "/history/api/choices").getBody();

        assertThat(choices.at("/processes").findValuesAsText("id")).contains("complaint", "work-order", "survey-wave");
        assertThat(choices.toString()).contains("endEvent_closedSatisfied", "North Bridge Station");
        assertThat(choices.toString()).doesNotContain("2026-000001");
    }

    private List<String> gathered(String viewer, Search search, boolean few) {
        return onlooker
                .as(
                        viewer,
                        () -> tables.page(
                                viewer,
                                search,
                                null,
                                new HistoryTables.Weighed(
                                        viewer.equals("auditor1"),
                                        few && !viewer.equals("auditor1"),
                                        few,
                                        few,
                                        SOME_DAY),
                                null,
                                25))
                .stream()
                .map(Instance::id)
                .toList();
    }

    private void withoutTheLock(Runnable look) {
        var locked = List.of("public.act_hi_procinst", "public.act_hi_taskinst", "minyi.complaint", "minyi.work_order");
        locked.forEach(table -> asOwner("alter table " + table + " disable row level security"));
        try {
            look.run();
        } finally {
            locked.forEach(table -> asOwner("alter table " + table + " enable row level security"));
        }
    }

    /** A query that forgot to ask whose matter it is. */
    private List<String> byTheLockAlone(String viewer, String table) {
        return onlooker
                .as(viewer, () -> db.sql(
                                "select proc_inst_id_ from " + table + " order by start_time_ desc, proc_inst_id_ desc")
                        .query(String.class)
                        .list())
                .stream()
                .map(NAMES::get)
                .toList();
    }

    private void asOwner(String sql) {
        TestDatabase.asOwner(pool, sql);
    }

    private List<String> found(String user, String asked) {
        var address = UriComponentsBuilder.fromPath("/history/api/instances");
        for (var one : asked.isEmpty() ? new String[0] : asked.split("&")) {
            address.queryParam(
                    one.substring(0, one.indexOf('=')),
                    one.substring(one.indexOf('=') + 1).replace("%20", " "));
        }
        var answer = get(user, address.build().toUriString());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return ids(answer.getBody()).stream().map(NAMES::get).toList();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.at("/instances").spliterator(), false)
                .map(row -> row.path("id").asText())
                .toList();
    }

    private static List<String> names(String expected) {
        return expected == null ? List.of() : List.of(expected.strip().split(" "));
    }

    private static void keep(String name, String id) {
        NAMES.put(name, id);
        NAMES.put(id, name);
    }

    private ResponseEntity<JsonNode> get(String user, String path) {
        return http.withBasicAuth(user, "minyi").getForEntity(path, JsonNode.class);
    }
}
