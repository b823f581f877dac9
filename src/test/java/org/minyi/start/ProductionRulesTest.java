package org.minyi.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Each thing that must not go live is refused in a sentence of its own. */
class ProductionRulesTest {

    private final StandardEnvironment environment = new StandardEnvironment();
    private final Map<String, Object> settings = new HashMap<>();

    @BeforeEach
    void productionAsItShouldBe() {
        settings.put("minyi.embedded-postgres", "false");
        settings.put("minyi.demonstration", "false");
        settings.put("minyi.simulator", "false");
        settings.put("spring.datasource.url", "jdbc:postgresql://db:5432/minyi");
        settings.put("spring.datasource.username", "minyi_app");
        settings.put("spring.datasource.password", "kT9.vex-Oolong");
        settings.put("spring.flyway.user", "minyi_owner");
        settings.put("spring.flyway.password", "mR2.hex-Sencha");
        settings.put("minyi.master-key", "s0Jm3Xn8pWq1Zr5tUv7xYbCdEfGhIjKlMnOpQrStUvw=");
        settings.put("minyi.audit.anchors", "/mnt/anchors");
        settings.put("minyi.audit.key", "q0k3mQ6v1t1m1B7u5n5S3nqH3gP1bq8d2b6Yk3l0xNw=");
        settings.put("minyi.centre.name", "澜河市公安局民意中心");
        settings.put("minyi.centre.hotline", "0990-110110");
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        environment.setActiveProfiles("production");
    }

    @Test
    void a_complete_production_starts() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void storing_models_unread_is_refused() {
        settings.put("minyi.desk.check-models", "false");
        refused("Models are stored unread (minyi.desk.check-models=false); that is for tests, remove the setting.");
    }

    @Test
    void a_missing_database_is_refused() {
        settings.put("spring.datasource.url", "");
        refused("MINYI_DB_URL is missing; set it in the environment, for example"
                + " MINYI_DB_URL=jdbc:postgresql://db.example.org:5432/minyi.");
    }

    @Test
    void a_missing_user_is_refused() {
        settings.put("spring.datasource.username", "");
        refused("MINYI_DB_USER is missing; set it in the environment, for example MINYI_DB_USER=minyi.");
    }

    @Test
    void a_missing_password_is_refused() {
        settings.put("spring.datasource.password", "");
        refused("MINYI_DB_PASSWORD is missing; set it in the environment.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"minyi", "postgres", "PASSWORD", "admin", "demo", "camunda", "changeme", "12345678", "xxxxxxxxxx"
            })
    void a_password_that_everybody_knows_is_refused(String password) {
        settings.put("spring.datasource.password", password);
        refused("MINYI_DB_PASSWORD is a password that everybody knows; set one of your own.");
    }

    @Test
    void the_users_own_name_is_no_password() {
        settings.put("spring.datasource.password", "Minyi_App");
        refused("MINYI_DB_PASSWORD is the user's own name; set a real password.");
    }

    @Test
    void a_short_password_is_refused() {
        settings.put("spring.datasource.password", "kT9.vex");
        refused("MINYI_DB_PASSWORD has 7 characters; at least 8 are expected.");
    }

    @Test
    void an_application_that_owns_its_tables_is_refused() {
        settings.put("spring.flyway.user", "minyi_app");
        refused("MINYI_DB_OWNER and MINYI_DB_USER are the same role; the application must not own its tables, make the"
                + " two with docker/roles.sql.");
        settings.put("spring.flyway.user", "");
        settings.put("spring.flyway.password", "");
        refused("MINYI_DB_OWNER is missing; set it in the environment, for example MINYI_DB_OWNER=minyi_owner.\n"
                + "MINYI_DB_OWNER_PASSWORD is missing; set it in the environment.");
    }

    @Test
    void evidence_without_anchors_is_refused() {
        settings.put("minyi.audit.anchors", "");
        settings.put("minyi.audit.key", "short");
        refused("MINYI_ANCHORS is missing; set it in the environment, for example MINYI_ANCHORS=/mnt/anchors.\n"
                + "MINYI_AUDIT_KEY has 5 characters; at least 32 are expected (openssl rand -base64 32).");
        settings.put("minyi.audit.anchors", "/mnt/anchors");
        settings.put("minyi.audit.key", "");
        refused(
                "MINYI_AUDIT_KEY is missing; make one with: openssl rand -base64 32, keep a copy in a safe place and set"
                        + " it in the environment.");
    }

    @Test
    void who_has_the_tables_made_elsewhere_needs_no_owner_here() {
        settings.put("spring.flyway.user", "");
        settings.put("spring.flyway.password", "");
        settings.put("spring.flyway.enabled", "false");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_is_not_postgresql_is_refused() {
        settings.put("spring.datasource.url", "jdbc:h2:mem:minyi");
        refused("MINYI_DB_URL does not name a PostgreSQL server; expected is something like"
                + " jdbc:postgresql://db.example.org:5432/minyi, an embedded database is not for production.");
    }

    @Test
    void a_password_inside_the_address_is_refused() {
        settings.put("spring.datasource.url", "jdbc:postgresql://db/minyi?user=m&password=kT9.vex-Oolong");
        refused("MINYI_DB_URL contains a password; put it into MINYI_DB_PASSWORD, addresses end up in logs.");
    }

    @Test
    void the_embedded_database_is_refused() {
        settings.put("minyi.embedded-postgres", "true");
        refused(
                "The embedded PostgreSQL is on (minyi.embedded-postgres=true); production needs a PostgreSQL of its own,"
                        + " name it in MINYI_DB_URL.");
    }

    @Test
    void the_simulator_is_refused() {
        settings.put("minyi.simulator", "true");
        refused(
                "The simulated SMS operator is on (minyi.simulator=true); it has no place in production, switch it off.");
    }

    @Test
    void the_demonstration_is_refused() {
        settings.put("minyi.demonstration", "true");
        refused("The demonstration city is on (minyi.demonstration=true); its users have a known password, switch it"
                + " off.");
    }

    @Test
    void a_first_administrator_needs_a_name_a_password_of_its_own_and_a_centre_to_work_in() {
        settings.put("minyi.admin.user", "zhang.wei");
        settings.put("minyi.centre.code", "990100000000");
        refused("MINYI_ADMIN_PASSWORD is missing; set it in the environment.");
        settings.put("minyi.admin.password", "admin");
        refused("MINYI_ADMIN_PASSWORD is a password that everybody knows; set one of your own.");
        settings.put("minyi.admin.password", "Zhang.Wei");
        refused("MINYI_ADMIN_PASSWORD is the user's own name; set a real password.");
        settings.put("minyi.admin.password", "kT9.vex-O");
        refused("MINYI_ADMIN_PASSWORD has 9 characters; at least 10 are expected.");
        settings.put("minyi.admin.password", "kT9.vex-Oolong");
        settings.put("minyi.admin.user", "");
        refused("MINYI_ADMIN_USER is missing; set it in the environment, for example MINYI_ADMIN_USER=zhang.wei.");
        settings.put("minyi.admin.user", "张伟");
        refused("MINYI_ADMIN_USER is not a login: letters, digits, dots and hyphens are expected, for example"
                + " zhang.wei.");
        settings.put("minyi.admin.user", "zhang.wei");
        settings.put("minyi.centre.code", "");
        refused("MINYI_CENTRE_CODE is missing; set it in the environment, for example"
                + " MINYI_CENTRE_CODE=990100000000.");
        settings.put("minyi.centre.code", "4101");
        refused("MINYI_CENTRE_CODE is not a unit code: twelve digits are expected, for example 990100000000.");
    }

    @Test
    void a_directory_or_a_provider_is_asked_through_tls_only() {
        settings.put("minyi.login.ldap.url", "ldap://directory.example.org/dc=example");
        refused("MINYI_LDAP_URL does not begin with ldaps://, passwords would travel in the open.");
        settings.put("minyi.login.ldap.url", "ldaps://directory.example.org/dc=example");
        settings.put("minyi.login.oidc.issuer", "http://id.example.org");
        settings.put("minyi.login.oidc.client", "minyi");
        refused("MINYI_OIDC_ISSUER does not begin with https://, anybody on the way could log in.");
        settings.put("minyi.login.oidc.issuer", "https://id.example.org");
        settings.put("minyi.login.oidc.client", "");
        refused("MINYI_OIDC_CLIENT is missing; set it in the environment, for example MINYI_OIDC_CLIENT=minyi.");
    }

    @Test
    void a_centre_without_a_name_is_refused() {
        settings.put("minyi.centre.name", "");
        refused("MINYI_CENTRE_NAME is missing; set it in the environment, for example"
                + " MINYI_CENTRE_NAME=Lanhe Police Public-Opinion Centre.");
    }

    @Test
    void a_centre_without_a_telephone_is_refused() {
        settings.put("minyi.centre.hotline", "");
        refused("MINYI_CENTRE_HOTLINE is missing; set it in the environment, for example"
                + " MINYI_CENTRE_HOTLINE=0990-110110.");
    }

    @Test
    void a_mail_server_needs_a_user_and_a_password_of_its_own() {
        settings.put("MINYI_MAIL_HOST", "mail");
        refused(
                """
                MINYI_MAIL_USER is missing; set it in the environment, for example MINYI_MAIL_USER=minyi@example.org.
                MINYI_MAIL_FROM is missing; set it in the environment, for example MINYI_MAIL_FROM=centre@example.org.
                MINYI_MAIL_PASSWORD is missing; set it in the environment.""");
        settings.put("minyi.mail.from", "centre@example.org");
        settings.put("MINYI_MAIL_USER", "minyi@example.org");
        settings.put("MINYI_MAIL_PASSWORD", "secret");
        refused("MINYI_MAIL_PASSWORD is a password that everybody knows; set one of your own.");
    }

    @Test
    void a_password_on_the_command_line_is_refused() {
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--spring.datasource.password=kT9.vex-Oolong"));
        refused("--spring.datasource.password stands on the command line, where every user of the machine can read it;"
                + " put it into the environment.");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        settings.put("minyi.simulator", "true");
        settings.put("spring.datasource.password", "postgres");
        refused(
                "The simulated SMS operator is on (minyi.simulator=true); it has no place in production, switch it off.\n"
                        + "MINYI_DB_PASSWORD is a password that everybody knows; set one of your own.");
    }

    @Test
    void a_real_database_without_the_profile_is_refused() {
        environment.setActiveProfiles();
        settings.put("minyi.embedded-postgres", "true");
        refused("A database is named (spring.datasource.url) but the profile production is not on; add"
                + " --spring.profiles.active=production, or drop the database to see the demonstration.");
    }

    @Test
    void a_missing_master_key_is_refused() {
        settings.put("minyi.master-key", "");
        refused(
                "MINYI_MASTER_KEY is missing; make one with: openssl rand -base64 32, keep a copy in a safe place and set"
                        + " it in the environment.");
    }

    @Test
    void a_master_key_of_another_length_or_form_is_refused() {
        settings.put("minyi.master-key", "c2hvcnQ=");
        refused("MINYI_MASTER_KEY holds 5 bytes; 32 bytes in base64 are expected (openssl rand -base64 32).");
        settings.put("minyi.master-key", "not base64 at all!");
        refused("MINYI_MASTER_KEY is not base64; 32 bytes in base64 are expected (openssl rand -base64 32).");
    }

    /** Zeros, one byte after the other, and a sentence of 32 letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "dGhlIHRlc3RzJyBvd24gbWFzdGVyIGtleSAzMiBieXQ="
            })
    void a_master_key_that_is_not_random_is_refused(String trivial) {
        settings.put("minyi.master-key", trivial);
        refused("MINYI_MASTER_KEY is not random; make one with: openssl rand -base64 32");
    }

    /** Compose starts production; what production refuses to miss, compose must name or refuse to miss as well. */
    @Test
    void the_compose_file_gives_everything_without_which_production_does_not_start() throws IOException {
        var compose = Files.readString(Path.of("docker/compose.yaml"));
        settings.replaceAll((name, value) -> name.startsWith("minyi.centre")
                        || name.startsWith("minyi.audit")
                        || name.startsWith("minyi.master")
                        || name.startsWith("spring")
                ? ""
                : value);

        var refusal = catchThrowable(this::check).getMessage();

        assertThat(Pattern.compile("(MINYI_\\w+) is missing").matcher(refusal).results())
                .hasSize(10)
                .allSatisfy(missing -> assertThat(compose)
                        .containsPattern(missing.group(1) + ": (\\$\\{" + missing.group(1) + ":\\?|[^$\\s])"));
    }

    private void refused(String sentences) {
        assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessage(sentences);
    }

    private void check() {
        new ProductionRules(environment).check();
    }
}
