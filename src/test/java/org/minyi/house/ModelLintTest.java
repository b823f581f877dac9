package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every process model passes bpmnlint with the rules of Camunda 7.24. Needs npm; in CI a missing npm is a failure. */
class ModelLintTest {

    private static final Path LINT = Path.of("target/lint");

    @BeforeAll
    static void installTheLinter() throws Exception {
        if (System.getenv("CI") == null) {
            assumeTrue(hasNpm(), "skipped: npm is not installed, so the models are not linted here");
        }
        Files.createDirectories(LINT);
        for (var file : List.of("package.json", "package-lock.json", ".bpmnlintrc")) {
            Files.copy(Path.of("src/test/lint", file), LINT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(LINT.resolve("node_modules/bpmnlint"))) {
            var installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(installed.status()).as(installed.printed()).isZero();
        }
    }

    @Test
    void the_linter_finds_nothing_in_any_model() throws Exception {
        var command = new ArrayList<>(List.of("node", "node_modules/bpmnlint/bin/bpmnlint.js"));
        ModelConventionsTest.models()
                .map(model -> model.toAbsolutePath().toString())
                .forEach(command::add);
        var linted = run(command.toArray(String[]::new));
        assertThat(linted.status()).as(linted.printed()).isZero();
    }

    private static boolean hasNpm() throws InterruptedException {
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(new File(LINT.toString()))
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }

    private record Run(int status, String printed) {}
}
