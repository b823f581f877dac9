package org.minyi.desk.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mockingDetails;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.MovableClock;
import org.minyi.desk.Logins;
import org.minyi.desk.password.EnginePasswords;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Coming in and going out, over HTTP. Everybody's source is told by a proxy on this machine. */
@MinyiTest
@Import(MovableClock.InPlaceOfTheClock.class)
@TestPropertySource(properties = "minyi.login.trusted-proxy=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1")
class LoginTest {

    private static final String PASSWORD = "a right password";

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient db;

    @MockitoSpyBean
    EnginePasswords passwords;

    @Autowired
    MovableClock clock;

    @Autowired
    ServletWebServerApplicationContext server;

    @LocalServerPort
    int port;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("officer1", "caller1", "admin1", "reviewer1"), PASSWORD);
        db.sql("delete from login_attempt").update();
    }

    // How often

    @Test
    void of_a_hundred_wrong_logins_at_once_five_are_looked_at_and_elsewhere_the_account_comes_in() throws Exception {
        var guessers = Executors.newFixedThreadPool(20);
        try {
            var guesses = guessers.invokeAll(IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i -> () -> LoggedIn.nobody(port)
                            .login("caller1", "guess " + i, "X-Forwarded-For", "203.0.113.7")
                            .statusCode())
                    .toList());
            assertThat(LoggedIn.nobody(port)
                            .login("caller1", PASSWORD, "X-Forwarded-For", "203.0.113.8")
                            .statusCode())
                    .isEqualTo(303);

            assertThat(guesses).map(guess -> guess.get()).contains(401, 429).containsOnly(401, 429);
            assertThat(guesses.stream().filter(guess -> statusOf(guess) == 401)).hasSize(5);
            assertThat(lookedAt()).isEqualTo(6);
        } finally {
            guessers.shutdown();
        }
    }

    @Test
    void of_a_hundred_wrong_passwords_over_rest_at_once_five_are_looked_at_though_the_right_one_is_remembered()
            throws Exception {
        assertThat(rest("caller1", PASSWORD, "203.0.113.9").statusCode()).isEqualTo(200);
        var before = lookedAt();
        var guessers = Executors.newFixedThreadPool(20);
        try {
            var guesses = guessers.invokeAll(IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> rest("caller1", "guess " + i, "203.0.113.9").statusCode())
                    .toList());

            assertThat(guesses.stream().filter(guess -> statusOf(guess) == 401)).hasSize(5);
            assertThat(guesses.stream().filter(guess -> statusOf(guess) == 429)).hasSize(95);
            assertThat(lookedAt() - before).isEqualTo(5);
            assertThat(rest("caller1", PASSWORD, "203.0.113.9").statusCode())
                    .as("nor does the right one open any more from there")
                    .isEqualTo(429);
            assertThat(rest("caller1", PASSWORD, "203.0.113.10").statusCode()).isEqualTo(200);
        } finally {
            guessers.shutdown();
        }
    }

    @Test
    void a_password_that_a_script_shows_a_hundred_times_is_looked_at_once_and_a_changed_one_no_more() {
        for (var i = 0; i < 100; i++) {
            assertThat(rest("caller1", PASSWORD, "203.0.113.11").statusCode()).isEqualTo(200);
        }
        assertThat(lookedAt()).isEqualTo(1);

        logins.give(List.of("caller1"), "another password");

        assertThat(rest("caller1", PASSWORD, "203.0.113.11").statusCode()).isEqualTo(401);
        assertThat(rest("caller1", "another password", "203.0.113.11").statusCode())
                .isEqualTo(200);
    }

    @Test
    void one_source_guesses_at_a_hundred_accounts_and_no_more_but_who_came_in_from_there_before_still_does() {
        assertThat(LoggedIn.nobody(port)
                        .login("officer1", PASSWORD, "X-Forwarded-For", "203.0.113.12")
                        .statusCode())
                .isEqualTo(303);
        db.sql("insert into login_attempt values ('*', '203.0.113.12', 100, now() + interval '15 minutes')"
                        + " on conflict (account, source) do update set attempts = 100, ends_at = excluded.ends_at")
                .update();

        assertThat(rest("caller1", PASSWORD, "203.0.113.12").statusCode()).isEqualTo(429);
        assertThat(rest("officer1", PASSWORD, "203.0.113.12").statusCode()).isEqualTo(200);
    }

    @Test
    void a_refusal_ends_with_its_window() {
        db.sql("insert into login_attempt (account, source, attempts, ends_at)"
                        + " values (encode(sha256('caller1'), 'hex'), '203.0.113.13', 9, now() + interval '1 minute')")
                .update();
        assertThat(rest("CALLER1", "guess", "203.0.113.13").statusCode()).isEqualTo(429);

        db.sql("update login_attempt set ends_at = now() - interval '1 second'").update();

        assertThat(rest("caller1", PASSWORD, "203.0.113.13").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_is_in_guesses_no_passwords_of_others_through_the_engine() {
        for (var i = 0; i < 8; i++) {
            verify("caller1", "guess " + i);
        }
        assertThat(verify("caller1", PASSWORD).body()).contains("\"authenticated\":false");
        assertThat(rest("caller1", PASSWORD, "203.0.113.15").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> verify(String user, String password) {
        return LoggedIn.nobody(port)
                .send(with("officer1", PASSWORD, LoggedIn.nobody(port).request("/engine-rest/identity/verify"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}")));
    }

    @Test
    void an_unknown_name_is_refused_in_the_same_words() {
        var known = LoggedIn.nobody(port).login("caller1", "wrong");
        var unknown = LoggedIn.nobody(port).login("nosuch1", "wrong");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(401);
        assertThat(unknown.body().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(known.body().replaceAll("value=\"[^\"]*\"", ""));
        assertThat(lookedAt()).as("both took a slow hash").isEqualTo(2);
    }

    // Which password

    @Test
    void an_old_quick_hash_still_opens_and_is_a_slow_one_from_then_on() {
        var salt = "aQ4x8D5u6N0AAAAAAAAAAA==";
        db.sql("update act_id_user set pwd_ = :hash, salt_ = :salt where id_ = 'caller1'")
                .param("hash", "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + salt))
                .param("salt", salt)
                .update();

        assertThat(rest("caller1", "wrong", "203.0.113.16").statusCode()).isEqualTo(401);
        assertThat(storedHash("caller1")).startsWith("{SHA-512}");
        assertThat(LoggedIn.as(port, "caller1", PASSWORD)
                        .get("/camunda/app/tasklist/default/")
                        .statusCode())
                .isEqualTo(200);

        assertThat(storedHash("caller1")).startsWith("{PBKDF2-SHA512-210000}");
        assertThat(rest("caller1", PASSWORD, "203.0.113.16").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password123", "P@ssw0rd123", "xxcaller1xx", "aaaaaaaaaaaa"})
    void a_weak_password_is_not_taken(String weak) {
        var changed = LoggedIn.nobody(port)
                .send(with("admin1", PASSWORD, LoggedIn.nobody(port).request("/engine-rest/user/caller1/credentials"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"password\":\"" + weak + "\",\"authenticatedUserPassword\":\"" + PASSWORD + "\"}")));

        assertThat(changed.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(rest("caller1", weak, "203.0.113.17").statusCode()).isEqualTo(401);
    }

    @Test
    void a_long_password_of_ones_own_is_taken() {
        var changed = LoggedIn.nobody(port)
                .send(with("admin1", PASSWORD, LoggedIn.nobody(port).request("/engine-rest/user/caller1/credentials"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"password\":\"four rivers meet here\",\"authenticatedUserPassword\":\"" + PASSWORD
                                        + "\"}")));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        assertThat(rest("caller1", "four rivers meet here", "203.0.113.18").statusCode())
                .isEqualTo(200);
    }

    // Which session

    @Test
    void a_session_that_somebody_else_chose_is_not_the_one_that_is_logged_in() {
        var person = LoggedIn.nobody(port);
        person.get("/login");
        var before = person.cookie("JSESSIONID").orElseThrow();

        assertThat(person.login("officer1", PASSWORD).statusCode()).isEqualTo(303);

        assertThat(person.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
        assertThat(withSession(before, "/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(302);
        assertThat(withSession("0123456789ABCDEF0123456789ABCDEF", "/login")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .as("an id that was brought along is not taken")
                .doesNotContain("0123456789ABCDEF");
    }

    @Test
    void one_login_opens_the_web_apps_and_our_pages_and_logging_out_there_ends_it_here() {
        var person = LoggedIn.as(port, "reviewer1", PASSWORD);
        assertThat(person.get("/survey/api/waves").statusCode()).isEqualTo(200);
        assertThat(person.get("/camunda/api/admin/auth/user/default").body()).contains("reviewer1");
        person.get("/camunda/app/tasklist/default/");
        var session = person.cookie("JSESSIONID").orElseThrow();

        var out = person.send(person.request("/camunda/api/admin/auth/user/default/logout")
                .header("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN").orElseThrow())
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(withSession(session, "/survey/api/waves").statusCode()).isEqualTo(401);
        assertThat(withSession(session, "/camunda/api/engine/engine/default/task/count")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_log_out_that_another_site_began_changes_nothing() {
        var person = LoggedIn.as(port, "reviewer1", PASSWORD);

        person.send(person.request("/logout").POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(person.get("/survey/api/waves").statusCode()).isEqualTo(200);
    }

    @Test
    void our_own_log_out_ends_the_web_apps_too() {
        var person = LoggedIn.as(port, "reviewer1", PASSWORD);
        var session = person.cookie("JSESSIONID").orElseThrow();

        var out = person.send(person.request("/logout")
                .header("X-MINYI-CSRF", person.cookie("MINYI-CSRF").orElseThrow())
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(out.headers().firstValue("Location").orElseThrow()).endsWith("/login?out");
        assertThat(out.headers().firstValue("Clear-Site-Data").orElseThrow()).contains("storage");
        assertThat(withSession(session, "/camunda/api/engine/engine/default/task/count")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoever_left_is_out_with_the_next_click() {
        organisation.enlist(List.of(new Member("leaver", "Lea Ver", SmallCity.NORTH_POST, Set.of(Role.OFFICER))));
        logins.give(List.of("leaver"), PASSWORD);
        var person = LoggedIn.as(port, "leaver", PASSWORD);
        assertThat(person.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(200);

        organisation.leave("leaver");

        assertThat(person.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);
        assertThat(person.get("/dossier/api/cards?tasks=x").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        var person = LoggedIn.as(port, "caller1", PASSWORD);
        var cameIn = clock.instant();

        try {
            clock.set(cameIn.plus(Duration.ofHours(12)).minusSeconds(60));
            assertThat(person.get("/camunda/app/tasklist/default/").statusCode())
                    .isEqualTo(200);
            clock.set(cameIn.plus(Duration.ofHours(12)));
            assertThat(person.get("/camunda/app/tasklist/default/").statusCode())
                    .isEqualTo(401);
        } finally {
            clock.reset();
        }
    }

    @Test
    void a_session_in_which_nothing_is_done_ends_after_thirty_minutes() throws Exception {
        var person = LoggedIn.as(port, "reviewer1", PASSWORD);
        var context = (Context)
                ((TomcatWebServer) server.getWebServer()).getTomcat().getHost().findChildren()[0];
        var session =
                context.getManager().findSession(person.cookie("JSESSIONID").orElseThrow());
        assertThat(session.getMaxInactiveInterval())
                .as("the seconds of a session that somebody logged in to")
                .isEqualTo(30 * 60);

        // Nobody waits half an hour for it: the same session, with a shorter patience.
        session.setMaxInactiveInterval(2);
        assertThat(person.get("/survey/api/waves").statusCode()).isEqualTo(200);
        Thread.sleep(3_100);

        assertThat(person.get("/survey/api/waves").statusCode()).isEqualTo(401);
        assertThat(person.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);
    }

    @Test
    void another_password_ends_the_sessions_that_began_with_the_old_one() {
        var person = LoggedIn.as(port, "officer1", PASSWORD);

        logins.give(List.of("officer1"), "another password");

        assertThat(person.get("/dossier/api/cards?tasks=x").statusCode()).isEqualTo(401);
    }

    @Test
    void the_session_opens_no_engine_rest_and_a_password_no_web_app() {
        var person = LoggedIn.as(port, "officer1", PASSWORD);

        assertThat(person.get("/engine-rest/task").statusCode()).isEqualTo(401);
        var answer = LoggedIn.nobody(port)
                .send(with(
                        "officer1",
                        PASSWORD,
                        LoggedIn.nobody(port).request("/camunda/api/engine/engine/default/task/count")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_page_of_another_site_deploys_nothing_with_a_password_the_browser_remembers() {
        var answer = LoggedIn.nobody(port)
                .send(with("admin1", PASSWORD, LoggedIn.nobody(port).request("/engine-rest/deployment/create"))
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "/login",
                "/logout"
            })
    void nobody_is_led_to_another_site_by_the_login_page(String to) {
        var person = LoggedIn.nobody(port);

        assertThat(ledTo(comesIn(person, to))).isEqualTo("/");
        assertThat(ledTo(person.get("/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))))
                .as("who is in already")
                .isEqualTo("/");
    }

    @Test
    void the_login_page_leads_to_where_somebody_wanted_to_go_here() {
        var person = LoggedIn.nobody(port);

        assertThat(ledTo(comesIn(person, "/survey/waves?open=1"))).isEqualTo("/survey/waves?open=1");
        assertThat(ledTo(person.get("/login?to=%2Fsurvey%2Fwaves"))).isEqualTo("/survey/waves");
    }

    private static HttpResponse<String> comesIn(LoggedIn person, String to) {
        return person.post("/login", Map.of("account", "officer1", "password", PASSWORD, "to", to));
    }

    private static String ledTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> withSession(String id, String path) {
        var stranger = LoggedIn.nobody(port);
        return stranger.get(path, "Cookie", "JSESSIONID=" + id, "Accept", path.contains("/api/") ? "*/*" : "text/html");
    }

    private HttpResponse<String> rest(String user, String password, String source) {
        return LoggedIn.nobody(port)
                .send(with(user, password, LoggedIn.nobody(port).request("/engine-rest/task/count"))
                        .header("X-Forwarded-For", source));
    }

    private static HttpRequest.Builder with(String user, String password, HttpRequest.Builder request) {
        var login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + login);
    }

    private String storedHash(String user) {
        return ((UserEntity) identity.createUserQuery().userId(user).singleResult()).getPassword();
    }

    private long lookedAt() {
        return mockingDetails(passwords).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("authenticate"))
                .count();
    }

    private static int statusOf(java.util.concurrent.Future<Integer> guess) {
        try {
            return guess.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
