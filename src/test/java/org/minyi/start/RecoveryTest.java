package org.minyi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.Application;
import org.minyi.NodeTools;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Real processes on a real data directory: whatever was killed, the next start comes up with everything in it. */
class RecoveryTest {

    @TempDir
    Path directory;

    private Path data;

    @BeforeEach
    void aPathThatPeopleHave() {
        data = directory.resolve("my data").resolve("民意");
    }

    @AfterEach
    void nothingIsLeftRunning() {
        kill();
    }

    @Test
    void a_second_start_keeps_the_data() {
        starts(1).close();
        assertThat(postgres()).as("a graceful end stops PostgreSQL").isEmpty();
        starts(2).close();
    }

    @Test
    void a_kill_leaves_an_orphan_that_the_next_start_replaces() {
        starts(1).kill();
        assertThat(postgres()).isNotEmpty();
        starts(2).close();
        assertThat(postgres()).isEmpty();
    }

    @Test
    void a_kill_of_both_leaves_a_stale_pid_that_the_next_start_ignores() throws IOException {
        var first = starts(1);
        first.kill();
        kill();
        assertThat(data.resolve("postgres/postmaster.pid")).exists();
        starts(2).close();
    }

    @Test
    void a_pid_that_was_given_to_somebody_else_neither_stops_the_start_nor_harms_them() throws IOException {
        starts(1).kill();
        kill();
        var stranger = new ProcessBuilder("sleep", "60").start();
        var pidFile = data.resolve("postgres/postmaster.pid");
        Files.writeString(pidFile, Files.readString(pidFile).replaceFirst("^\\d+", Long.toString(stranger.pid())));

        starts(2).close();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void a_kill_at_any_moment_of_the_first_start_is_made_good_by_the_next() {
        for (var millis : List.of(300, 700, 1100, 1700)) {
            var killed = Jvm.start(OnlyTheDatabase.class, data.toString());
            Jvm.sleep(millis);
            killed.kill();
        }
        try (var next = Jvm.start(OnlyTheDatabase.class, data.toString())) {
            next.awaitWords("starts: ");
        }
    }

    @Test
    void the_whole_program_killed_on_its_first_way_up_and_once_more_when_it_was_ready_comes_up_with_everything()
            throws Exception {
        minyi().awaitWords("as delivered").kill();
        minyi().awaitWords("machine key").kill();
        assertThat(postgres()).as("the orphan of the killed program").isNotEmpty();

        try (var third = minyi().awaitWords("machine key")) {
            assertThat(third.errors()).isEmpty();
            assertThat(contacts()).isEqualTo(600);
            assertThat(loginOf("caller1", third)).isEqualTo(200);
        }
        assertThat(postgres()).isEmpty();

        var masterKey = data.resolve("master.key");
        assertThat(Files.getPosixFilePermissions(masterKey)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.move(masterKey, data.resolve("elsewhere"));
        try (var shut = minyi()) {
            assertThat(shut.exitCode()).isNotZero();
            assertThat(shut.errors()).contains("master.key is missing, without it nobody can read whom the database");
        }
        assertThat(masterKey).as("none is made in its place").doesNotExist();
    }

    /** As it was when the application owned everything: one role, the generated password, the tables of then. */
    @Test
    void a_database_from_before_there_was_an_owner_is_handed_over_with_everything_in_it() throws Exception {
        try (var old = starts(1)) {
            assertThat(old.isAlive()).isTrue();
            asSuperuser(
                    "postgres",
                    "alter database minyi owner to minyi",
                    "alter role minyi password '" + generated() + "'");
            asSuperuser(
                    "minyi",
                    "drop table start",
                    "drop owned by minyi_owner, minyi_onlooker",
                    "drop role minyi_owner",
                    "drop role minyi_onlooker");
            org.flywaydb.core.Flyway.configure()
                    .dataSource(address("minyi"), "minyi", generated())
                    .schemas("minyi")
                    .defaultSchema("minyi")
                    .target("90")
                    .load()
                    .migrate();
            try (var before = DriverManager.getConnection(address("minyi"), "minyi", generated());
                    var statement = before.createStatement()) {
                for (var part : List.of(
                        "engine",
                        "history",
                        "identity",
                        "case.engine",
                        "case.history",
                        "decision.engine",
                        "decision.history")) {
                    ScriptUtils.executeSqlScript(
                            before,
                            new ClassPathResource(
                                    "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
                }
                statement.execute("insert into minyi.module (code, name) values ('of-old', 'Of old')");
            }
        }

        try (var next = minyi().awaitWords("machine key")) {
            assertThat(next.errors()).isEmpty();
            assertThat(count("select count(*) from minyi.module where code = 'of-old'"))
                    .isEqualTo(1);
            assertThat(contacts()).isEqualTo(600);
            assertThat(loginOf("caller1", next)).isEqualTo(200);
            assertThat(count("select count(*) from pg_class where relowner = 'minyi'::regrole"))
                    .isZero();
        }
    }

    private void asSuperuser(String database, String... statements) throws IOException, SQLException {
        try (var superuser = DriverManager.getConnection(address(database), "postgres", generated());
                var statement = superuser.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void nobody_gets_in_without_the_generated_password() throws IOException {
        var running = starts(1);
        try (running) {
            var port =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            for (var user : List.of("minyi", "postgres")) {
                Assertions.assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", user, "minyi"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_ordinary_user_can_start_it_too() throws IOException, InterruptedException {
        NodeTools.needs(
                "root, who alone can become another user,",
                System.getProperty("user.name").equals("root"));
        var home = Files.createTempDirectory("minyi-nobody");
        assertThat(new ProcessBuilder("chown", "65534:65534", home.toString())
                        .start()
                        .waitFor())
                .isZero();
        data = home.resolve("data");

        try (var ordinary = Jvm.startAsNobody(home, OnlyTheDatabase.class, data.toString())) {
            ordinary.awaitWords("starts: 1");
        }
        PostgresBinaries.remove(home);
    }

    private List<ProcessHandle> postgres() {
        return new Leftovers(data).running();
    }

    private void kill() {
        while (!postgres().isEmpty()) {
            postgres().forEach(ProcessHandle::destroyForcibly);
            Jvm.sleep(20);
        }
    }

    private Jvm minyi() {
        return Jvm.start(Application.class, "--server.port=0", "--minyi.data=" + data);
    }

    private int contacts() throws IOException, SQLException {
        return count("select count(*) from minyi.contact");
    }

    private int count(String query) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                        address("minyi"), "minyi", DataDirectory.password(generated(), "minyi"));
                var statement = connection.createStatement();
                var counted = statement.executeQuery(query)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private String address(String database) throws IOException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String generated() throws IOException {
        return Files.readString(data.resolve("postgres.password")).strip();
    }

    private static int loginOf(String user, Jvm minyi) throws IOException, InterruptedException {
        var address = Pattern.compile("http://localhost:\\d+/engine-rest").matcher(minyi.output());
        assertThat(address.find()).as(minyi.output()).isTrue();
        var login = Base64.getEncoder().encodeToString((user + ":minyi").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address.group() + "/task/count"))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private Jvm starts(int expected) {
        return Jvm.start(OnlyTheDatabase.class, data.toString()).awaitWords("starts: " + expected);
    }
}
