package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No drawing without a test that plays all of it, no table without a test that asks it. */
class EverythingIsTestedTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static List<String> tests;

    @BeforeAll
    static void readTheTests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java/org/minyi"))) {
            tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> !file.startsWith("src/test/java/org/minyi/house"))
                    .map(EverythingIsTestedTest::text)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("org.minyi.house.ModelConventionsTest#models")
    void a_drawing_is_played_by_a_test_that_fails_on_whatever_it_did_not_pass(Path model) {
        assertThat(tests)
                .filteredOn(test -> test.contains("FullCoverage.of(\"" + RESOURCES.relativize(model) + "\")"))
                .as("process tests of %s with @RegisterExtension FullCoverage", model.getFileName())
                .singleElement()
                .asString()
                .containsPattern("@RegisterExtension\\s+static FullCoverage ");
    }

    /** A process test that merely deploys the table beside its drawing does not count. */
    @ParameterizedTest
    @MethodSource("org.minyi.house.ModelConventionsTest#tables")
    void a_table_is_asked_by_a_test_of_its_own(Path table) {
        var path = RESOURCES.resolve("processes").relativize(table).toString();
        assertThat(tests)
                .filteredOn(test -> test.contains(path) && !test.contains(".bpmn\""))
                .as("tests that ask %s", path)
                .isNotEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
