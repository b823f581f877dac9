package org.minyi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.minyi.Application;
import org.minyi.LoggedIn;
import org.minyi.TestDatabase;
import org.minyi.organisation.Level;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.Units;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The desk under load: 20,000 open tasks in all units of the demonstration city, authorisation on. Asks what
 * Tasklist asks, over HTTP with a web session: the first page of the unit's filter and the count of every saved
 * filter, as an officer and as the leader of a sub-centre. The baseline is the same without the statistics that the
 * desk keeps for the planner.
 */
final class DeskBench implements Bench.Measured {

    private static final int TASKS = 20_000;
    private static final int ASKED = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigurableApplicationContext minyi;
    private int port;

    @Override
    public void run(Figures figures) throws Exception {
        minyi = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .properties(TestDatabase.settings())
                .run("--server.port=0", "--minyi.demonstration=true", "--minyi.simulator=false");
        try {
            port = minyi.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            openTasks();
            var database = minyi.getBean(JdbcTemplate.class);
            var dataSource = minyi.getBean(DataSource.class);
            TestDatabase.asOwner(dataSource, "analyze");
            measure(figures, "officer0101", "officer", "< 200 ms p95");
            measure(figures, "leader01", "sub-centre leader", "< 200 ms p95");
            for (var statistics : database.queryForList(
                    "select stxname from pg_statistic_ext where stxrelid = 'act_ru_authorization'::regclass",
                    String.class)) {
                TestDatabase.asOwner(dataSource, "drop statistics " + statistics);
            }
            TestDatabase.asOwner(dataSource, "analyze");
            measure(figures, "leader01", "sub-centre leader without the desk's statistics", "baseline");
        } finally {
            minyi.close();
        }
    }

    private void openTasks() {
        minyi.getBean(RepositoryService.class)
                .createDeployment()
                .name("bench")
                .addModelInstance(
                        "bench-desk.bpmn",
                        Bpmn.createExecutableProcess("bench-desk")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("userTask_rectify")
                                .name("Rectify")
                                .camundaCandidateGroups("${group}")
                                .endEvent()
                                .done())
                .deploy();
        var groups = minyi.getBean(Units.class).all().stream()
                .filter(unit -> unit.level() != Level.CENTRE)
                .map(DeskBench::groupOf)
                .toList();
        var runtime = minyi.getBean(RuntimeService.class);
        var dataSource = minyi.getBean(DataSource.class);
        for (var i = 0; i < TASKS; i++) {
            if (i % 2_000 == 0) {
                // What autovacuum does in a city's weeks must not lag behind in a benchmark's minute.
                TestDatabase.asOwner(dataSource, "analyze");
            }
            runtime.startProcessInstanceByKey(
                    "bench-desk",
                    Map.of(
                            "group",
                            groups.get(i % groups.size()),
                            "matterId",
                            new java.util.UUID(7, i).toString(),
                            "matterNumber",
                            "2026-%06d".formatted(i),
                            "matterTitle",
                            "Window service: attitude",
                            "category",
                            "ATTITUDE",
                            "severity",
                            "ORDINARY",
                            "round",
                            1));
        }
        System.out.println(TASKS + " tasks in " + groups.size() + " units");
    }

    private static String groupOf(Unit unit) {
        return unit.level() == Level.POST ? Role.OFFICER.groupIn(unit.code()) : Role.LEADER.groupIn(unit.code());
    }

    private void measure(Figures figures, String user, String who, String target) throws Exception {
        var session = new Session(user);
        var filters = new ArrayList<String>();
        for (var filter :
                session.read("engine/engine/default/filter?resourceType=Task&sortBy=filterId&sortOrder=asc")) {
            filters.add(filter.get("id").asText());
        }
        if (filters.isEmpty()) {
            throw new IllegalStateException(user + " has no filters");
        }
        minyi.getBean(IdentityService.class).clearAuthentication();
        var pages = new double[ASKED];
        var counts = new double[ASKED];
        var single = new ArrayList<Double>();
        for (var i = -10; i < ASKED; i++) {
            var start = System.nanoTime();
            for (var filter : filters) {
                var asked = System.nanoTime();
                session.read("engine/engine/default/filter/" + filter + "/count");
                if (i >= 0) {
                    single.add((System.nanoTime() - asked) / 1e6);
                }
            }
            var middle = System.nanoTime();
            for (var filter : filters) {
                session.page(filter);
            }
            var end = System.nanoTime();
            if (i >= 0) {
                counts[i] = (middle - start) / 1e6;
                pages[i] = (end - middle) / 1e6 / filters.size();
            }
        }
        figures.add("first page, " + who + ", p95", "ms", target, p95(pages));
        figures.add(
                "count of one filter, " + who + ", p95",
                "ms",
                target,
                p95(single.stream().mapToDouble(Double::doubleValue).toArray()));
        figures.add("counts of all " + filters.size() + " filters, " + who + ", p95", "ms", target, p95(counts));
    }

    private static double p95(double[] runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * 0.95)];
    }

    /** A browser's session with the web apps. */
    private final class Session {

        private final LoggedIn person;

        Session(String user) {
            person = LoggedIn.as(port, user, "minyi");
            person.get("/camunda/app/tasklist/default/");
        }

        JsonNode read(String path) throws IOException {
            var answer = person.get("/camunda/api/" + path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        }

        void page(String filter) {
            var answer = person.send(person.request(
                            "/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=15")
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/hal+json")
                    .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN").orElse(""))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the page answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
