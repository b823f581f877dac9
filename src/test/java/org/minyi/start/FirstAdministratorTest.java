package org.minyi.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.Application;
import org.minyi.LoggedIn;
import org.minyi.TestDatabase;

/** The whole program in production over an empty PostgreSQL: who can log in afterwards. */
class FirstAdministratorTest {

    private static final String PASSWORD = "kT9.vex-Oolong";

    private final Map<String, String> environment = new HashMap<>();
    private int port;

    @TempDir
    Path directory;

    @BeforeEach
    void productionAsItShouldBe() {
        environment.put("MINYI_DB_URL", TestDatabase.fresh());
        environment.put("MINYI_DB_USER", TestDatabase.APPLICATION);
        environment.put("MINYI_DB_OWNER", TestDatabase.OWNER);
        environment.put("MINYI_DB_OWNER_PASSWORD", "the test trusts everybody");
        environment.put("MINYI_DB_PASSWORD", "the test trusts everybody");
        environment.put("MINYI_MASTER_KEY", "s0Jm3Xn8pWq1Zr5tUv7xYbCdEfGhIjKlMnOpQrStUvw=");
        environment.put("MINYI_TLS", "off");
        environment.put("MINYI_SECOND_FACTOR", "auditor");
        environment.put("MINYI_ANCHORS", directory.resolve("anchors").toString());
        environment.put("MINYI_AUDIT_KEY", "q0k3mQ6v1t1m1B7u5n5S3nqH3gP1bq8d2b6Yk3l0xNw=");
        environment.put("MINYI_CENTRE_HOTLINE", "0990-110110");
        environment.put("MINYI_CENTRE_NAME", "Lanhe Police Public-Opinion Centre");
    }

    @Test
    void the_first_start_makes_an_administrator_and_no_later_one_touches_the_password() throws Exception {
        try (var nobody = minyi()) {
            awaitHealth(nobody);
            assertThat(RefusalTest.answersBeyondThisMachine(port))
                    .as("a proxy on another machine, or a container's network, reaches it")
                    .isEqualTo(RefusalTest.hasAddressBeyondThisMachine());
            assertThat(nobody.output()).contains("nobody can log in: there is no administrator yet");
        }

        anchorsStandOutsideTheDatabase();

        environment.put("MINYI_ADMIN_USER", "zhang.wei");
        environment.put("MINYI_ADMIN_PASSWORD", PASSWORD);
        environment.put("MINYI_CENTRE_CODE", "990100000000");
        try (var first = minyi()) {
            awaitHealth(first);
            assertThat(LoggedIn.as(port, "zhang.wei", PASSWORD)
                            .get("/camunda/api/admin/auth/user/default")
                            .body())
                    .contains("\"admin\"")
                    .doesNotContain("cockpit", "tasklist");
            assertThat(rest("/user/count", PASSWORD)).isEqualTo(200);
            assertThat(rest("/authorization/count", PASSWORD)).isEqualTo(200);
            assertThat(rest("/group/count?member=zhang.wei", PASSWORD)).isEqualTo(200);
            assertThat(rest("/user/count", "minyi")).isEqualTo(401);
        }

        environment.put("MINYI_ADMIN_PASSWORD", "another-kT9.vex");
        environment.remove("MINYI_TLS");
        try (var second = minyi()) {
            awaitHealth(second);
            assertThat(rest("/user/count", PASSWORD)).isEqualTo(200);
            assertThat(rest("/user/count", "another-kT9.vex")).isEqualTo(401);
            everyCookieTravelsWithTlsOnly();
        }
    }

    /** Nobody asked for it: they are written by the clock, and once more at the end. */
    private void anchorsStandOutsideTheDatabase() throws IOException {
        try (var files = Files.list(directory.resolve("anchors"))) {
            var ofDays = files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d\\.anchors"))
                    .toList();
            assertThat(ofDays).isNotEmpty();
            for (var file : ofDays) {
                assertThat(Files.readAllLines(file))
                        .isNotEmpty()
                        .allMatch(line -> line.matches("\\S+ \\d+( [0-9a-f]{64}){3}"));
            }
        }
    }

    /** What the settings of production are without a word of ours: a proxy with TLS stands before it. */
    private void everyCookieTravelsWithTlsOnly() throws IOException, InterruptedException {
        var shown = cookies(HttpRequest.newBuilder(address("/login")));
        var token = shown.get("MINYI-CSRF");
        var cameIn = cookies(HttpRequest.newBuilder(address("/login"))
                .header("Cookie", "JSESSIONID=" + shown.get("JSESSIONID"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token + "&account=zhang.wei&password=" + PASSWORD)));
        var admin = cookies(HttpRequest.newBuilder(address("/camunda/app/admin/default/"))
                .header("Cookie", "JSESSIONID=" + cameIn.get("JSESSIONID")));

        assertThat(cameIn.get("JSESSIONID")).isNotEqualTo(shown.get("JSESSIONID"));
        assertThat(admin).containsKey("XSRF-TOKEN");
    }

    /** The cookies that the answer sets; each is fit for TLS only, and so is the answer. */
    private static Map<String, String> cookies(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse("none"))
                .as(answer.uri().getPath())
                .contains("max-age=31536000");
        var values = new HashMap<String, String>();
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            assertThat(cookie).containsPattern("(?i); ?Secure").containsPattern("(?i); ?SameSite=Lax");
            if (cookie.startsWith("JSESSIONID")) {
                assertThat(cookie).containsPattern("(?i); ?HttpOnly");
            }
            values.put(cookie.split("=", 2)[0], cookie.split("=", 2)[1].split(";", 2)[0]);
        }
        return values;
    }

    private Jvm minyi() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        return Jvm.start(
                environment, Application.class, "--spring.profiles.active=production", "--server.port=" + port);
    }

    private void awaitHealth(Jvm minyi) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            try {
                if (status(HttpRequest.newBuilder(address("/actuator/health"))) == 200) {
                    return;
                }
            } catch (IOException notYet) {
                assertThat(minyi.isAlive()).as(minyi.errors() + minyi.output()).isTrue();
            }
            Jvm.sleep(200);
        }
        throw new AssertionError("not up after two minutes: " + minyi.errors() + minyi.output());
    }

    private int rest(String path, String password) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString(("zhang.wei:" + password).getBytes(StandardCharsets.UTF_8));
        return status(HttpRequest.newBuilder(address("/engine-rest" + path)).header("Authorization", "Basic " + login));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
