package org.minyi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the tests need of npm, installed once below target/npm from src/test/npm/package-lock.json: the linter of the
 * models, their drawing, and the driver of the browser (the one in Maven Central weighs 200 MB). Where node or npm is
 * missing a test that needs them is skipped and says so; in CI that is a failure.
 */
public final class NodeTools {

    private static final Path HOME = Path.of("target/npm").toAbsolutePath();

    private static final Path DRIVER = HOME.resolve("playwright");

    private NodeTools() {}

    /** The installed modules; skips the calling test where that is not possible. */
    public static synchronized Path modules() {
        needs("npm", onPath("npm").isPresent() && onPath("node").isPresent());
        try {
            Files.createDirectories(HOME);
            // Classes run in two JVMs at once; the second one waits until the first has installed.
            try (var door = FileChannel.open(
                    HOME.resolveSibling("npm.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                door.lock();
                if (!isInstalled()) {
                    install();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return HOME.resolve("node_modules");
    }

    private static void install() throws IOException {
        for (var file : List.of("package.json", "package-lock.json", ".bpmnlintrc")) {
            Files.copy(Path.of("src/test/npm", file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        var installed = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (installed.status() != 0) {
            throw new IllegalStateException("npm ci failed:\n" + installed.printed());
        }
        Files.createDirectories(DRIVER);
        Files.deleteIfExists(DRIVER.resolve("package"));
        Files.createSymbolicLink(DRIVER.resolve("package"), HOME.resolve("node_modules/playwright-core"));
    }

    /** The folder with the browser's driver, which Playwright wants below it in a folder named package. */
    public static Path driver() {
        modules();
        return DRIVER;
    }

    /** Where the node program stands. */
    public static Path node() {
        needs("node", onPath("node").isPresent());
        return onPath("node").orElseThrow();
    }

    /** Runs a program in the tools' folder to its end. */
    public static Run run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), printed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Goes on where the thing is there; skips the test where it is not, and fails it in CI. */
    public static void needs(String what, boolean isThere) {
        if (System.getenv("CI") != null && !isThere) {
            throw new IllegalStateException(what + " is missing, and in CI nothing is skipped");
        }
        assumeTrue(isThere, "skipped: " + what + " is not installed here");
    }

    /** The first program of this name on the search path. */
    public static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isInstalled() {
        try {
            var installed = HOME.resolve("package-lock.json");
            return Files.exists(HOME.resolve("node_modules/bpmnlint"))
                    && Files.exists(DRIVER.resolve("package"))
                    && Files.exists(installed)
                    && Files.mismatch(installed, Path.of("src/test/npm/package-lock.json")) < 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How a program ended and what it printed. */
    public record Run(int status, String printed) {}
}
