package org.minyi.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minyi.TestDatabase.asOwner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.minyi.EveryRow;
import org.minyi.MinyiTest;
import org.minyi.complaint.Channel;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.minyi.sight.Onlooker;
import org.minyi.sight.Sights;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody asks everything about every matter: each endpoint of ours, of the engine's REST interface and of the web apps,
 * as each role in each unit. Whoever may not see a matter finds no mark of it in any answer and changes nothing of it.
 * The endpoints are found, not listed; one whose parameters nobody explained (Blanks) fails the build. With
 * {@code -Dmatrix=long} each is asked about each matter, and the engine's under all their addresses.
 */
@MinyiTest
@Import(City.class)
@TestPropertySource(properties = "logging.level.root=off")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {

    private static final boolean LONG = "long".equals(System.getProperty("matrix"));

    private static final String ALL = "north south north-desk about-reviewer1 fresh closed";

    /** With what an officer said on the police hotline; the sub-bureau it is about has it to sign. */
    private static final String CIRCLE = ALL + " in-confidence";

    /** Who sees which matters, written down apart from the program. Who may change what is everybody's comes last. */
    private static final String[][] SIGHT = {
        {"caller1", ALL},
        {"triage1", CIRCLE},
        {"reviewer1", "north south north-desk fresh closed"},
        {"reviewer2", ALL},
        {"director1", CIRCLE},
        {"inspector1", CIRCLE},
        {"auditor1", CIRCLE},
        {"liaison1", "north north-desk"},
        {"leader1", "north north-desk"},
        {"officer1", "north"},
        {"officer1b", "north"},
        {"liaison2", "south about-reviewer1 in-confidence"},
        {"leader2", "south about-reviewer1"},
        {"officer2", "south"},
        {"mover", "south"},
        {"custodian1", ""},
        {Callers.MACHINE, ""},
        {Callers.OTHER_MACHINE, ""},
        {Callers.NOBODY, ""},
        {"owner1", ""},
        {"admin1", ""}
    };

    private static final Set<String> LAST = Set.of("owner1", "admin1");

    /** The same classes as under /engine-rest itself. */
    private static final String DOUBLE = "/engine-rest/engine/{name}/";

    private static final String ENGINE_IN_WEB_APPS = "/camunda/api/engine/engine/default/";

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    City city;

    @Autowired
    ClientKeys keys;

    @Autowired
    Sights sights;

    @Autowired
    Onlooker onlooker;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource database;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private final Map<String, Set<String>> sight = new LinkedHashMap<>();
    private List<Matter> matters;
    private Callers callers;

    @BeforeAll
    void a_city_with_matters_in_every_kind_of_hands() {
        for (var one : SIGHT) {
            sight.put(one[0], one[1].isEmpty() ? Set.of() : Set.of(one[1].split(" ", -1)));
        }
        matters = city.founded(sight.keySet());
        callers = new Callers(
                port,
                Map.of(
                        Callers.MACHINE, machine(Callers.MACHINE, Channel.CITY_12345),
                        Callers.OTHER_MACHINE, machine(Callers.OTHER_MACHINE, Channel.HOTLINE)));
    }

    private String machine(String name, Channel channel) {
        return keys.issue(new MachineClient(name, Set.of(), Set.of(channel.code())));
    }

    @Test
    void every_endpoint_is_in_the_matrix_and_a_new_one_would_be_missed() {
        var ours = OurEndpoints.of(requestMappingHandlerMapping);
        assertThat(ours.keySet()).hasSizeGreaterThan(10);
        assertThat(engine()).hasSizeGreaterThan(1_400);

        assertThat(unexplained(ours))
                .as("endpoints whose parameters nobody explained")
                .isEmpty();
        assertThat(unexplained(Map.of(Endpoint.of("GET", "/board/api/drawers/{drawer}", null, null), List.of())))
                .hasSize(1);
        assertThat(unexplained(
                        Map.of(Endpoint.of("GET", "/board/api/matters", null, null), List.of("number", "colour"))))
                .singleElement()
                .asString()
                .contains("colour");
        // What would be refused for its body alone, whoever sends it, proves nothing.
        assertThat(unexplained(
                        Map.of(Endpoint.of("POST", "/board/api/matters", null, WithoutSetters.class), List.of())))
                .singleElement()
                .asString()
                .contains("body");
    }

    /** An endpoint about a task is asked about none where no matter has one, and nobody would notice. */
    @Test
    void what_an_endpoint_is_asked_about_there_is() {
        assertThat(matters)
                .filteredOn(matter -> !matter.isOpen())
                .extracting(Matter::title)
                .containsExactly("closed");
        var endpoints = new LinkedHashSet<>(
                OurEndpoints.of(requestMappingHandlerMapping).keySet());
        endpoints.addAll(engine());
        assertThat(endpoints)
                .filteredOn(endpoint -> Blanks.templates(endpoint).stream().anyMatch(template -> matters.stream()
                        .noneMatch(matter -> Blanks.canFill(template + Bodies.template(endpoint), matter))))
                .isEmpty();
    }

    private record WithoutSetters(String matter) {}

    private List<String> unexplained(Map<Endpoint, List<String>> ours) {
        var missing = new TreeSet<String>();
        ours.forEach((endpoint, wanted) -> {
            var blanks = !Exceptions.isAsked(endpoint) ? List.of() : Blanks.unexplained(endpoint, wanted);
            if (!blanks.isEmpty()) {
                missing.add(endpoint + ": " + blanks);
            }
            if (Exceptions.isAsked(endpoint) && !Bodies.isExplained(endpoint)) {
                missing.add(endpoint + ": its body");
            }
        });
        engine().forEach(endpoint ->
                Blanks.unexplained(endpoint, List.of()).forEach(blank -> missing.add(blank + " of " + endpoint)));
        return List.copyOf(missing);
    }

    @Test
    void nobody_learns_or_changes_anything_of_a_matter_that_is_not_theirs() {
        var before = fingerprints();
        var sweep = new Sweep(callers, matters, sight, this::asks);
        var endpoints = new ArrayList<Endpoint>(
                OurEndpoints.of(requestMappingHandlerMapping).keySet());
        endpoints.addAll(engine());
        endpoints.removeIf(endpoint -> !Exceptions.isAsked(endpoint));
        var begun = System.nanoTime();

        var leaks = new ArrayList<String>();
        leaks.addAll(sweep.leaks(users(false), endpoints));
        leaks.addAll(sweep.leaks(users(true), endpoints));

        System.out.printf(
                "matrix: %,d endpoints, %,d requests, %,d checks in %d s; answers %s; shown to those who may %s%n",
                endpoints.size(),
                sweep.requests.sum(),
                sweep.checks.sum(),
                (System.nanoTime() - begun) / 1_000_000_000,
                sweep.statuses,
                sweep.shown);
        assertThat(leaks).isEmpty();
        assertThat(changes(before)).as("rows of matters that changed").isEmpty();
        assertThat(sweep.checks.sum()).isGreaterThanOrEqualTo(LONG ? 100_000 : 20_000);
        sight.forEach((user, seen) -> assertThat(sweep.shown.containsKey(user))
                .as("%s is shown something", user)
                .isEqualTo(!seen.isEmpty()));
    }

    /** Else a refusal above might be one of what was sent, and tell nothing about who may. */
    @Test
    void what_is_refused_to_strangers_is_taken_from_whoever_has_the_matter_in_hand() {
        var toSign = city.throwAway(false);
        var toPutRight = city.throwAway(true);

        taken("reviewer2", "POST /custody/api/requests", toSign);
        taken(Callers.MACHINE, "POST /api/complaints", toSign);
        taken("liaison1", "POST /engine-rest/task/{id}/claim", toSign);
        taken("officer1", "POST /engine-rest/task/{id}/claim", toPutRight);
        taken("officer1", "POST /engine-rest/task/{id}/complete", toPutRight);
    }

    /** Sends what the matrix sends, first as strangers. */
    private void taken(String holder, String name, Matter matter) {
        var endpoints = new LinkedHashSet<>(
                OurEndpoints.of(requestMappingHandlerMapping).keySet());
        endpoints.addAll(engine());
        var endpoint = endpoints.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
        var asking = new ArrayList<>(
                holder.equals(Callers.MACHINE)
                        ? List.of(Callers.OTHER_MACHINE)
                        : List.of("officer2", "owner1", "admin1", "custodian1"));
        asking.add(holder);
        for (var user : asking) {
            var address = Blanks.filled(Blanks.templates(endpoint).get(0), matter, user);
            var body = Blanks.filled(Bodies.template(endpoint), matter, user);
            var answer = callers.ask(user, endpoint, address, body);
            assertThat(answer.statusCode() < 400)
                    .as("%s %s as %s: %d %s", name, body, user, answer.statusCode(), answer.body())
                    .isEqualTo(user.equals(holder));
        }
    }

    private Map<Matter, Set<String>> fingerprints() {
        var prints = new LinkedHashMap<Matter, Set<String>>();
        matters.forEach(matter -> prints.put(matter, Fingerprint.of(db, matter)));
        prints.forEach((matter, rows) -> assertThat(rows).as("%s", matter).hasSizeGreaterThan(20));
        return prints;
    }

    private List<String> changes(Map<Matter, Set<String>> before) {
        var changes = new ArrayList<String>();
        before.forEach((matter, rows) -> {
            var now = Fingerprint.of(db, matter);
            rows.stream()
                    .filter(row -> !now.contains(row))
                    .map(row -> "was: " + row)
                    .forEach(changes::add);
            now.stream()
                    .filter(row -> !rows.contains(row))
                    .map(row -> "is: " + row)
                    .forEach(changes::add);
        });
        return changes;
    }

    private boolean asks(int user, Endpoint endpoint, int at, int matter) {
        if (LONG || !isEngine(endpoint)) {
            return true;
        }
        boolean turn = matter < 0 || (user + at + matter) % 3 == 0;
        return turn && (!endpoint.path().startsWith(DOUBLE) || (user + at) % 10 == 0);
    }

    private static boolean isEngine(Endpoint endpoint) {
        return endpoint.path().startsWith("/engine-rest") || endpoint.path().startsWith("/camunda/");
    }

    private List<String> users(boolean last) {
        return sight.keySet().stream()
                .filter(user -> LAST.contains(user) == last)
                .toList();
    }

    private static Set<Endpoint> engine() {
        var engine = new LinkedHashSet<>(EngineEndpoints.rest());
        engine.addAll(EngineEndpoints.webApps());
        return engine;
    }

    /** Our own door leaves the web apps' token to the engine's; as somebody who may give and take every right. */
    @Test
    void a_page_of_another_site_changes_nothing_behind_the_web_apps(
            @Autowired ServletWebServerApplicationContext server) {
        var forgery = new Forgery(server.getWebServer(), port, "admin1");
        var question = Endpoint.of("POST", ENGINE_IN_WEB_APPS + "task/count", null, null);
        assertThat(forgery.honest(question, question.path(), "{}"))
                .as("the session is good, and so would be the token")
                .isEqualTo(200);
        var changing = EngineEndpoints.webApps().stream()
                .filter(endpoint -> !Set.of("GET", "HEAD", "OPTIONS").contains(endpoint.method()))
                .toList();
        var before = EveryRow.sums(db);

        var through = new ArrayList<String>();
        for (var endpoint : changing) {
            through.addAll(forgery.through(
                    endpoint, filled(Blanks.templates(endpoint).get(0)), filled(Bodies.template(endpoint))));
        }

        // The engine's own log-in and its first administrator are walled up for everybody.
        assertThat(through).hasSize(4).allMatch(what -> what.matches("POST .*/(login|setup)/.*: 404"));
        assertThat(changing)
                .hasSizeGreaterThan(200)
                .extracting(Endpoint::path)
                .contains("/camunda/api/engine/engine/{name}/authorization/create");
        assertThat(EveryRow.sums(db)).isEqualTo(before);
    }

    /** With the parts of whichever matter has them all. */
    private String filled(String template) {
        return matters.stream()
                .filter(matter -> Blanks.canFill(template, matter))
                .findFirst()
                .map(matter -> Blanks.filled(template, matter, "admin1"))
                .orElseGet(() -> template.replaceAll("#[A-Za-z]+", "none"));
    }

    @Test
    void whoever_may_see_a_matter_is_shown_it() {
        var dossier = Endpoint.of("GET", "/board/api/matters/{matter}", null, null);
        sight.forEach((user, seen) -> matters.forEach(matter -> {
            var answer = callers.ask(user, dossier, "/board/api/matters/" + matter.complaint(), "");
            var number = matter.parts().get("number");
            assertThat(answer.body().contains(number))
                    .as("%s reads %s: %d", user, matter, answer.statusCode())
                    .isEqualTo(seen.contains(matter.title()));
        }));
    }

    /** A number may tell what a list hides. */
    @Test
    void a_count_counts_what_the_list_shows() throws IOException {
        var rest = EngineEndpoints.rest();
        var differ = new ArrayList<String>();
        int pairs = 0;
        int compared = 0;
        int counts = 0;
        for (var endpoint : rest) {
            var list = endpoint.path().replaceFirst("/count$", "");
            if (!endpoint.method().equals("GET")
                    || !endpoint.path().endsWith("/count")
                    || endpoint.path().contains("{")
                    || rest.stream()
                            .noneMatch(one ->
                                    one.path().equals(list) && one.method().equals("GET"))) {
                continue;
            }
            pairs++;
            for (var user : List.of(
                    "officer1", "officer2", "leader1", "leader2", "reviewer1", "owner1", "admin1", "custodian1")) {
                var counted = callers.ask(user, endpoint, endpoint.path(), "");
                var listed = callers.ask(user, endpoint, list, "");
                if (counted.statusCode() == 200 && listed.statusCode() == 200) {
                    var count = json.readTree(counted.body()).path("count").asInt(-1);
                    var rows = json.readTree(listed.body()).size();
                    compared++;
                    counts += rows > 0 ? 1 : 0;
                    if (count != rows) {
                        differ.add("%s as %s: %d, and %d in the list".formatted(endpoint, user, count, rows));
                    }
                }
            }
        }
        System.out.printf("matrix: %d counts, of %d answers compared, %d of something%n", pairs, compared, counts);
        assertThat(pairs).isGreaterThan(30);
        assertThat(compared).as("answers that were compared").isGreaterThan(100);
        assertThat(counts).as("of lists with something in them").isGreaterThan(30);
        assertThat(differ).isEmpty();
    }

    @Test
    void the_predicate_holds_alone() {
        var locked = db.sql(
                        "select schemaname || '.' || tablename from pg_policies where policyname = 'look' order by 1")
                .query(String.class)
                .list();
        assertThat(locked).hasSizeGreaterThanOrEqualTo(14);
        locked.forEach(table -> asOwner(database, "alter table " + table + " disable row level security"));
        try {
            assertThat(complaintsBefore("officer2"))
                    .as("the lock is off")
                    .isEqualTo(db.sql("select count(*) from complaint")
                            .query(Long.class)
                            .single());
            assertNobodyLearns(
                    "without the lock",
                    OurEndpoints.of(requestMappingHandlerMapping).keySet());
        } finally {
            locked.forEach(table -> asOwner(database, "alter table " + table + " enable row level security"));
        }
    }

    /** What only looks: to what is written there is one lock, the predicate. */
    @Test
    void the_lock_holds_alone() {
        var predicates = new HashMap<String, String>();
        for (var predicate : List.of("sees", "matters_in_hand")) {
            predicates.put(
                    predicate,
                    db.sql("select pg_get_functiondef(oid) from pg_proc where proname = ?")
                            .param(predicate)
                            .query(String.class)
                            .single());
        }
        asOwner(
                database,
                "create or replace function minyi.sees(viewer text, matter uuid) returns boolean language sql stable as"
                        + " 'select true'");
        asOwner(
                database,
                "create or replace function minyi.matters_in_hand(viewer text) returns setof uuid language sql stable"
                        + " security definer as 'select id from minyi.complaint'");
        try {
            assertThat(sights.sees("officer2", matters.get(0).complaint()))
                    .as("the predicate is off")
                    .isTrue();
            assertNobodyLearns(
                    "without the predicate",
                    OurEndpoints.of(requestMappingHandlerMapping).keySet().stream()
                            .filter(Endpoint::reads)
                            .toList());
        } finally {
            predicates.values().forEach(definition -> asOwner(database, definition));
        }
    }

    private void assertNobodyLearns(String how, Collection<Endpoint> endpoints) {
        var before = fingerprints();
        var sweep = new Sweep(callers, matters, sight, this::asks);
        var leaks = sweep.leaks(
                List.copyOf(sight.keySet()),
                endpoints.stream().filter(Exceptions::isAsked).toList());
        System.out.printf("matrix %s: %,d checks, shown %s%n", how, sweep.checks.sum(), sweep.shown);
        assertThat(leaks).as(how).isEmpty();
        assertThat(changes(before)).as(how).isEmpty();
        assertThat(sweep.shown.keySet())
                .containsExactlyInAnyOrderElementsOf(sight.keySet().stream()
                        .filter(user -> !sight.get(user).isEmpty())
                        .toList());
    }

    private long complaintsBefore(String viewer) {
        return onlooker.as(
                viewer,
                () -> db.sql("select count(*) from complaint").query(Long.class).single());
    }
}
