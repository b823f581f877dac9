package org.minyi.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Auditors and administrators need a second factor here; officers do not. */
@MinyiTest
@TestPropertySource(properties = "minyi.login.second-factor-roles=auditor,administrator")
class SecondFactorTest {

    private static final String PASSWORD = "a right password";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    JdbcClient db;

    @Autowired
    SecretBox box;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void nobody_has_set_one_up() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("officer1", "auditor1", "admin1"), PASSWORD);
        db.sql("delete from login_attempt").update();
        db.sql("delete from second_factor").update();
    }

    @Test
    void it_is_set_up_at_the_first_login_and_from_then_on_opens_with_a_code_alone() {
        var auditor = LoggedIn.nobody(port);
        assertThat(location(auditor.login("auditor1", PASSWORD))).isEqualTo("/login/code");
        var before = auditor.cookie("JSESSIONID").orElseThrow();
        var secret = secretOn(auditor.get("/login/code").body());
        assertThat(auditor.get("/survey/api/waves").statusCode()).isEqualTo(401);
        assertThat(auditor.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);

        // Worked out once: half a minute later it is another one.
        var used = code(secret, 0);
        var in = auditor.post("/login/code", "code", used, "x", "");

        assertThat(location(in)).isEqualTo("/");
        assertThat(auditor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
        assertThat(auditor.get("/survey/api/waves").statusCode()).isEqualTo(200);

        var again = LoggedIn.nobody(port);
        again.login("auditor1", PASSWORD);
        var page = again.get("/login/code").body();
        assertThat(page).contains("Six digits").doesNotContain("otpauth", "class=\"secret\"");
        assertThat(again.post("/login/code", "code", used, "x", "").statusCode())
                .as("the code that was used")
                .isEqualTo(401);
        assertThat(location(again.post("/login/code", "code", code(secret, 1), "x", "")))
                .isEqualTo("/");
        assertThat(db.sql("select count(*) from second_factor where position(:secret in secret) > 0")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .as("the database alone does not give it away")
                .isZero();
        assertThat(facts("auditor1")).contains("SECOND_FACTOR_SET", "LOGGED_IN", "LOGIN_REFUSED");
    }

    @Test
    void a_right_password_alone_opens_no_page_and_a_role_that_needs_none_is_not_asked() {
        assertThat(location(LoggedIn.nobody(port).login("officer1", PASSWORD))).isEqualTo("/");
        assertThat(LoggedIn.nobody(port).get("/login/code").headers().firstValue("Location"))
                .contains("/login?again");
    }

    @Test
    void of_a_hundred_wrong_codes_at_once_from_wherever_five_are_looked_at() throws Exception {
        var secret = setUp("auditor1");
        var guessers = Executors.newFixedThreadPool(10);
        var thief = LoggedIn.nobody(port);
        thief.login("auditor1", PASSWORD);
        try {
            var wrong = "%06d".formatted((Integer.parseInt(code(secret, 1)) + 7) % 1_000_000);
            var guesses = guessers.invokeAll(IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            thief.post("/login/code", "code", wrong, "x", "").statusCode())
                    .toList());
            var looked = 0;
            for (var guess : guesses) {
                looked += guess.get() == 401 ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
            assertThat(thief.post("/login/code", "code", code(secret, 1), "x", "")
                            .statusCode())
                    .as("nor is the right one")
                    .isEqualTo(429);
        } finally {
            guessers.shutdown();
        }
    }

    @Test
    void a_script_writes_the_code_behind_the_password_and_goes_on_with_it_but_no_other_does() {
        var secret = setUp("auditor1");

        assertThat(rest("auditor1", PASSWORD)).isEqualTo(401);
        assertThat(rest("auditor1", PASSWORD + ":000000")).isEqualTo(401);
        var code = code(secret, 1);
        assertThat(rest("auditor1", PASSWORD + ":" + code)).isEqualTo(200);
        assertThat(rest("auditor1", PASSWORD + ":" + code)).isEqualTo(200);
        // Not the code of another time: half a minute later that may be this one.
        var another = "%06d".formatted((Integer.parseInt(code) + 7) % 1_000_000);
        assertThat(rest("auditor1", PASSWORD + ":" + another)).isEqualTo(401);
        assertThat(rest("auditor1", PASSWORD + ":" + code))
                .as("after a wrong one nothing is remembered, and the code is used up")
                .isEqualTo(401);
    }

    @Test
    void whoever_gets_such_a_role_while_logged_in_shows_the_second_factor_first() {
        organisation.enlist(List.of(new Member("riser", "Ri Ser", SmallCity.CENTRE, Set.of(Role.CALLER))));
        logins.give(List.of("riser"), PASSWORD);
        var person = LoggedIn.as(port, "riser", PASSWORD);
        assertThat(person.get("/dossier/api/cards?tasks=x").statusCode()).isEqualTo(200);
        assertThat(rest("riser", PASSWORD)).isEqualTo(200);

        db.sql("insert into act_id_membership (user_id_, group_id_) values ('riser', 'administrator')")
                .update();

        assertThat(person.get("/dossier/api/cards?tasks=x").statusCode()).isEqualTo(401);
        assertThat(rest("riser", PASSWORD))
                .as("what was remembered without a code")
                .isEqualTo(401);
        assertThat(location(LoggedIn.nobody(port).login("riser", PASSWORD))).isEqualTo("/login/code");
        organisation.leave("riser");
    }

    @Test
    void an_administrator_lets_somebody_else_set_up_another_one_and_nobody_does_so_for_themselves() {
        setUp("auditor1");
        var admin = PASSWORD + ":" + code(setUp("admin1"), 1);

        assertThat(reset("officer1", PASSWORD, "auditor1")).isEqualTo(403);
        assertThat(reset("admin1", admin, "admin1")).isEqualTo(403);
        assertThat(reset("admin1", admin, "auditor1")).isEqualTo(204);

        var auditor = LoggedIn.nobody(port);
        auditor.login("auditor1", PASSWORD);
        assertThat(auditor.get("/login/code").body()).contains("otpauth");
    }

    @Test
    void a_second_factor_that_is_reset_ends_what_was_opened_with_it() {
        var auditor = LoggedIn.nobody(port);
        auditor.login("auditor1", PASSWORD);
        var secret = secretOn(auditor.get("/login/code").body());
        auditor.post("/login/code", "code", code(secret, 0), "x", "");
        assertThat(auditor.get("/survey/api/waves").statusCode()).isEqualTo(200);
        var shown = PASSWORD + ":" + code(secret, 1);
        assertThat(rest("auditor1", shown)).isEqualTo(200);
        assertThat(rest("auditor1", shown)).as("remembered").isEqualTo(200);

        assertThat(reset("admin1", PASSWORD + ":" + code(setUp("admin1"), 1), "auditor1"))
                .isEqualTo(204);

        assertThat(auditor.get("/survey/api/waves").statusCode()).isEqualTo(401);
        assertThat(rest("auditor1", shown)).isEqualTo(401);
    }

    /** Nobody asks in between: what is refused once is forgotten for that alone. */
    @Test
    void what_was_opened_with_one_second_factor_is_not_open_with_the_next() {
        var auditor = LoggedIn.nobody(port);
        auditor.login("auditor1", PASSWORD);
        var secret = secretOn(auditor.get("/login/code").body());
        auditor.post("/login/code", "code", code(secret, 0), "x", "");
        assertThat(auditor.get("/survey/api/waves").statusCode()).isEqualTo(200);
        var shown = PASSWORD + ":" + code(secret, 1);
        assertThat(rest("auditor1", shown)).isEqualTo(200);

        assertThat(reset("admin1", PASSWORD + ":" + code(setUp("admin1"), 1), "auditor1"))
                .isEqualTo(204);
        setUp("auditor1");

        assertThat(auditor.get("/survey/api/waves").statusCode()).isEqualTo(401);
        assertThat(rest("auditor1", shown)).isEqualTo(401);
    }

    @Test
    void a_secret_that_is_put_beside_another_name_does_not_open() {
        var sealed = box.seal("auditor1", new byte[] {1, 2, 3});

        assertThat(box.open("auditor1", sealed)).hasValue(new byte[] {1, 2, 3});
        assertThat(box.open("admin1", sealed)).isEmpty();
        assertThat(new SecretBox("another key").open("auditor1", sealed)).isEmpty();
    }

    private byte[] setUp(String user) {
        var person = LoggedIn.nobody(port);
        person.login(user, PASSWORD);
        var secret = secretOn(person.get("/login/code").body());
        assertThat(location(person.post("/login/code", "code", code(secret, 0), "x", "")))
                .isEqualTo("/");
        return secret;
    }

    private int rest(String user, String password) {
        var nobody = LoggedIn.nobody(port);
        return nobody.send(with(user, password, nobody.request("/engine-rest/task/count")))
                .statusCode();
    }

    private int reset(String user, String password, String whose) {
        var nobody = LoggedIn.nobody(port);
        return nobody.send(with(user, password, nobody.request("/login/api/second-factors/" + whose + "/reset"))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private static HttpRequest.Builder with(String user, String password, HttpRequest.Builder request) {
        var login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization", "Basic " + login);
    }

    private List<String> facts(String by) {
        return db.sql("select deed from audit.fact where by_whom = ?")
                .param(by)
                .query(String.class)
                .list();
    }

    /** As a telephone computes it, now or some steps later. */
    private String code(byte[] secret, int stepsLater) {
        try {
            var codes = new TimeBasedOneTimePasswordGenerator();
            Instant at = clock.instant().plus(codes.getTimeStep().multipliedBy(stepsLater));
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), at);
        } catch (java.security.InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] secretOn(String page) {
        var shown = Pattern.compile("secret=([A-Z2-7]{32})&").matcher(page.replace("&amp;", "&"));
        assertThat(shown.find()).as(page).isTrue();
        var bits = BigInteger.ZERO;
        for (var letter : shown.group(1).toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf(LETTERS.indexOf(letter)));
        }
        var bytes = bits.toByteArray();
        var secret = new byte[20];
        var from = Math.max(0, bytes.length - 20);
        var whole = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(whole, 0, secret, 20 - whole.length, whole.length);
        return secret;
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
    }
}
