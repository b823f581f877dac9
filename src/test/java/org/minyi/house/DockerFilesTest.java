package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler reads: the files of the image say the same as pom.xml and the settings. */
class DockerFilesTest {

    private static final String POM = text("pom.xml");
    private static final String DOCKERFILE = text("docker/Dockerfile");
    private static final String COMPOSE = text("docker/compose.yaml");
    private static final String EXAMPLE = text("docker/.env.example");
    private static final String SETTINGS = text("src/main/resources/application.yaml");
    private static final String PRODUCTION = text("src/main/resources/application-production.yaml");
    private static final String OPERATIONS = text("docs/operations.md");

    @Test
    void every_file_that_names_the_jar_names_the_one_that_is_built() {
        var jar = "target/minyi-" + one("<artifactId>minyi</artifactId>\\s*<version>([^<]+)</version>", POM) + ".jar";
        for (var file : List.of("docker/Dockerfile", ".dockerignore", "docs/operations.md", "docs/contacts-in.md")) {
            assertThat(all("target/[\\w.-]+\\.jar", text(file))).as(file).containsOnly(jar);
        }
    }

    @Test
    void the_image_runs_as_nobody_in_particular_and_in_production() {
        assertThat(all("(?m)^USER (\\S+)", DOCKERFILE))
                .singleElement()
                .asString()
                .matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        assertThat(DOCKERFILE.indexOf("\nUSER ")).isLessThan(DOCKERFILE.indexOf("\nENTRYPOINT "));
        assertThat(DOCKERFILE).contains("SPRING_PROFILES_ACTIVE=production");
        assertThat(COMPOSE).contains("SPRING_PROFILES_ACTIVE: production");
    }

    @Test
    void the_health_check_asks_where_the_settings_put_the_health() {
        assertThat(one("GET (\\S+) HTTP", DOCKERFILE)).isEqualTo("/actuator/health/readiness");
        assertThat(SETTINGS)
                .contains("web.exposure.include: health", "group.readiness.include:")
                .doesNotContain("base-path");
        var port = one("server:\\s+port: (\\d+)", SETTINGS);
        assertThat(one("/dev/tcp/127\\.0\\.0\\.1/(\\d+)", DOCKERFILE)).isEqualTo(port);
        assertThat(one("(?m)^EXPOSE (\\d+)", DOCKERFILE)).isEqualTo(port);
        assertThat(one("\"127\\.0\\.0\\.1:\\d+:(\\d+)\"", COMPOSE)).isEqualTo(port);
    }

    @Test
    void the_jvm_gets_the_flags_it_was_measured_with() {
        // A server that runs for weeks has both compilers, and with them room enough for what they make.
        var measured = one("<minyi.jvm>([^<]+)</minyi.jvm>", POM)
                .replace(" -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m", "");
        assertThat(one("JDK_JAVA_OPTIONS=\"([^\"]+)\"", DOCKERFILE)).isEqualTo(measured);
    }

    @Test
    void what_compose_sets_production_reads_and_what_production_reads_is_documented() {
        var read = variables("\\$\\{(MINYI_\\w+)", PRODUCTION);
        assertThat(read).contains("MINYI_DB_URL", "MINYI_ADMIN_PASSWORD", "MINYI_SMS_RATE");
        assertThat(read).containsAll(variables("(?m)^ +(MINYI_\\w+):", COMPOSE));
        assertThat(read).containsAll(variables("(MINYI_\\w+)=", DOCKERFILE));
        assertThat(variables("(?m)^\\| .*", "`(MINYI_\\w+)`", OPERATIONS)).isEqualTo(read);
    }

    @Test
    void what_compose_asks_of_its_env_file_stands_in_the_example() {
        assertThat(variables("(?m)^(MINYI_\\w+)=", EXAMPLE)).isEqualTo(variables("\\$\\{(MINYI_\\w+)", COMPOSE));
    }

    @Test
    void no_secret_has_a_default() {
        var secret = "(?m)^.*(?:PASSWORD|SECRET|KEY)\\w*";
        assertThat(all(secret + ":-([^}]*)}", COMPOSE))
                .allSatisfy(preset -> assertThat(preset).isEmpty());
        assertThat(all("(?m)^ +\\w*(?:PASSWORD|SECRET|KEY): (.*)$", COMPOSE))
                .hasSizeGreaterThan(2)
                .allSatisfy(value -> assertThat(value).startsWith("${"));
        assertThat(all(secret + "=(.*)$", EXAMPLE)).hasSizeGreaterThan(1).allSatisfy(value -> assertThat(value)
                .isEmpty());
        assertThat(all(secret + ":([^}]*)}", PRODUCTION)).hasSizeGreaterThan(1).allSatisfy(preset -> assertThat(preset)
                .isEmpty());
        assertThat(DOCKERFILE).doesNotContainPattern("(PASSWORD|SECRET)");
    }

    private static Set<String> variables(String pattern, String text) {
        return new TreeSet<>(all(pattern, text));
    }

    /** The variables in the lines of a kind. */
    private static Set<String> variables(String line, String pattern, String text) {
        return variables(pattern, String.join("\n", all(line, text)));
    }

    private static String one(String pattern, String text) {
        var found = all(pattern, text);
        assertThat(new TreeSet<>(found)).as(pattern).hasSize(1);
        return found.get(0);
    }

    /** The first group of every match, or the match where there is no group. */
    private static List<String> all(String pattern, String text) {
        return Stream.of(Pattern.compile(pattern).matcher(text))
                .flatMap(found -> found.results())
                .map(found -> found.group(found.groupCount() == 0 ? 0 : 1))
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
