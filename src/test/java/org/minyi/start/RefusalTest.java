package org.minyi.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.Application;
import org.minyi.NodeTools;

/** The whole program as a process: what it prints and how it ends when it cannot start, and once when it can. */
class RefusalTest {

    private static final String ELSEWHERE = "or name another place with --minyi.data=/some/directory.";

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @TempDir
    Path directory;

    @Test
    void a_start_ends_with_the_addresses_and_a_second_one_beside_it_is_refused() throws Exception {
        var data = directory.resolve("data");
        var port = freePort();
        try (var first = minyi(port, data)) {
            first.awaitWords("REST");
            assertThat(first.output())
                    .contains("\nMinyi is ready.\n")
                    .contains("http://localhost:" + port + "/camunda/app/tasklist/default/")
                    .contains("http://localhost:" + port + "/simulator")
                    .contains("password minyi", "caller1..4", "triage1", "liaison01", "officer0103", "auditor1")
                    .containsPattern("machine key {4}\\S{20,}");
            assertThat(first.errors()).isEmpty();
            assertThat(answersBeyondThisMachine(port)).isFalse();
            assertThat(status(port, "/login")).isEqualTo(200);
            assertThat(body(port, "/actuator/health"))
                    .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
            assertThat(body(port, "/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
            assertThat(status(port, "/actuator")).isIn(401, 404);
            assertThat(status(port, "/actuator/env")).isEqualTo(404);

            refused(
                    minyi(freePort(), data),
                    "Another Minyi (process " + first.pid() + ") is running on " + data.toRealPath()
                            + "; stop it, or give this one its own place with --minyi.data=/some/directory.");
            refused(
                    minyi(port, directory.resolve("other")),
                    "The port " + port + " is taken by another program; stop that, or start Minyi elsewhere with"
                            + " --server.port=" + (port + 1) + ".");

            first.terminate();
            assertThat(first.exitCode()).isEqualTo(143);
            assertThat(first.errors()).isEmpty();
            assertThat(new Leftovers(data.toRealPath()).running()).isEmpty();
        }
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        var data = Files.createFile(directory.resolve("data"));
        refused(minyi(freePort(), data), data + " is not a directory; move it away, " + ELSEWHERE);
    }

    @Test
    void somebody_elses_directory_is_refused() throws IOException {
        var data = Files.createDirectory(directory.resolve("data"));
        Files.createFile(data.resolve("holiday.jpg"));
        refused(
                minyi(freePort(), data),
                data + " was not made by Minyi (it holds holiday.jpg); move it away, " + ELSEWHERE);
        assertThat(data.toFile().list()).containsExactly("holiday.jpg");
    }

    @Test
    void a_database_of_another_postgresql_is_refused() throws IOException {
        var data = Files.createDirectory(directory.resolve("data"));
        Files.createFile(data.resolve("minyi.lock"));
        Files.createDirectory(data.resolve("postgres"));
        refused(
                minyi(freePort(), data),
                data.resolve("postgres") + " is not a PostgreSQL database; move " + data + " away, " + ELSEWHERE);
        Files.writeString(data.resolve("postgres/PG_VERSION"), "15\n");
        refused(
                minyi(freePort(), data),
                data.resolve("postgres")
                        + " was made by PostgreSQL 15, this Minyi brings PostgreSQL 17; start it with the"
                        + " Minyi that made it, " + ELSEWHERE);
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        refused(
                minyi(freePort(), data),
                data.resolve("postgres.password") + " is missing, without it the database beside it stays shut; put it"
                        + " back, " + ELSEWHERE);
    }

    @Test
    void a_directory_that_cannot_be_written_is_refused() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("skipped: root can write everywhere")
                .isNotEqualTo("root");
        var data = Files.createDirectory(
                directory.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        refused(
                minyi(freePort(), data),
                data + " cannot be written by the user " + System.getProperty("user.name") + "; change its owner, "
                        + ELSEWHERE);
    }

    @Test
    void a_full_disk_is_refused() throws Exception {
        var data = Files.createDirectory(directory.resolve("data"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", data.toString()))
                .as("skipped: only who may mount can make a small disk")
                .isZero();
        try {
            refused(
                    minyi(freePort(), data),
                    "The disk of " + data + " is full: 39 MB are free, at least 300 MB are needed.");
        } finally {
            run("umount", data.toString());
        }
    }

    @Test
    void root_where_it_may_not_step_aside_is_told_to_be_somebody_else() throws IOException {
        NodeTools.needs(
                "root, whom this is about,", System.getProperty("user.name").equals("root"));
        var programs = Files.createDirectory(directory.resolve("programs"));
        var unshare = Files.writeString(
                programs.resolve("unshare"),
                "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted'\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwx------"));
        try (var minyi = Jvm.start(
                Map.of("PATH", programs + ":" + System.getenv("PATH")),
                Application.class,
                "--server.port=" + freePort(),
                "--minyi.data=" + directory.resolve("data"))) {
            refused(
                    minyi,
                    "PostgreSQL does not run as root, and root may not step aside on this machine (unshare: unshare"
                            + " failed: Operation not permitted); start Minyi as an ordinary user.");
        }
    }

    @Test
    void production_without_its_settings_is_refused_line_by_line() {
        try (var production = Jvm.start(
                Map.of("MINYI_DB_USER", "minyi_app", "MINYI_SIMULATOR", "true"),
                Application.class,
                "--spring.profiles.active=production",
                "--server.port=0")) {
            assertThat(production.exitCode()).isEqualTo(1);
            assertThat(production.errors())
                    .isEqualTo(
                            "\nMinyi did not start. The simulated SMS operator is on (minyi.simulator=true); it has no"
                                    + " place in production, switch it off.\n"
                                    + "MINYI_DB_URL is missing; set it in the environment, for example"
                                    + " MINYI_DB_URL=jdbc:postgresql://db.example.org:5432/minyi.\n"
                                    + "MINYI_DB_OWNER is missing; set it in the environment, for example"
                                    + " MINYI_DB_OWNER=minyi_owner.\n"
                                    + "MINYI_DB_OWNER_PASSWORD is missing; set it in the environment.\n"
                                    + "MINYI_DB_PASSWORD is missing; set it in the environment.\n"
                                    + "MINYI_MASTER_KEY is missing; make one with: openssl rand -base64 32, keep a copy in"
                                    + " a safe place and set it in the environment.\n"
                                    + "MINYI_ANCHORS is missing; set it in the environment, for example"
                                    + " MINYI_ANCHORS=/mnt/anchors.\n"
                                    + "MINYI_AUDIT_KEY is missing; make one with: openssl rand -base64 32, keep a copy in"
                                    + " a safe place and set it in the environment.\n"
                                    + "MINYI_CENTRE_NAME is missing; set it in the environment, for example"
                                    + " MINYI_CENTRE_NAME=Lanhe Police Public-Opinion Centre.\n"
                                    + "MINYI_CENTRE_HOTLINE is missing; set it in the environment, for example"
                                    + " MINYI_CENTRE_HOTLINE=0990-110110.\n\n");
            assertThat(production.output()).isEmpty();
        }
    }

    @Test
    void production_whose_database_is_silent_says_so() throws IOException {
        var url = "jdbc:postgresql://127.0.0.1:" + freePort() + "/minyi";
        try (var production = Jvm.start(
                Map.ofEntries(
                        Map.entry("MINYI_DB_URL", url),
                        Map.entry("MINYI_DB_USER", "minyi_app"),
                        Map.entry("MINYI_DB_PASSWORD", "kT9.vex-Oolong"),
                        Map.entry("MINYI_DB_OWNER", "minyi_owner"),
                        Map.entry("MINYI_DB_OWNER_PASSWORD", "wQ4.hal-Assam"),
                        Map.entry("MINYI_MASTER_KEY", "s0Jm3Xn8pWq1Zr5tUv7xYbCdEfGhIjKlMnOpQrStUvw="),
                        Map.entry("MINYI_ANCHORS", "/tmp/minyi-anchors-of-a-test"),
                        Map.entry("MINYI_AUDIT_KEY", "q0k3mQ6v1t1m1B7u5n5S3nqH3gP1bq8d2b6Yk3l0xNw="),
                        Map.entry("MINYI_CENTRE_HOTLINE", "0990-110110"),
                        Map.entry("MINYI_CENTRE_NAME", "Lanhe Police Public-Opinion Centre")),
                Application.class,
                "--spring.profiles.active=production",
                "--server.port=0")) {
            assertThat(production.exitCode()).isEqualTo(1);
            assertThat(production.errors())
                    .isEqualTo("\nMinyi did not start. The database at " + url
                            + " does not answer; check MINYI_DB_URL and that it runs.\n\n");
        }
    }

    private static void refused(Jvm minyi, String sentence) {
        try (minyi) {
            assertThat(minyi.exitCode()).isEqualTo(1);
            assertThat(minyi.errors()).isEqualTo("\nMinyi did not start. " + sentence + "\n\n");
            assertThat(minyi.output()).isEmpty();
        }
    }

    private static Jvm minyi(int port, Path data) {
        return Jvm.start(Application.class, "--server.port=" + port, "--minyi.data=" + data);
    }

    /** Asks at every other address of this machine. */
    static boolean answersBeyondThisMachine(int port) throws SocketException {
        return addressesBeyondThisMachine().anyMatch(address -> answers(address, port));
    }

    static boolean hasAddressBeyondThisMachine() throws SocketException {
        return addressesBeyondThisMachine().findAny().isPresent();
    }

    private static Stream<InetAddress> addressesBeyondThisMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress());
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }

    private static int status(int port, String path) throws IOException, InterruptedException {
        return BROWSER.send(get(port, path), BodyHandlers.discarding()).statusCode();
    }

    private static String body(int port, String path) throws IOException, InterruptedException {
        return BROWSER.send(get(port, path), BodyHandlers.ofString()).body();
    }

    private static HttpRequest get(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
    }
}
