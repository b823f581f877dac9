package org.minyi.start;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real process with a main class of ours in it, to be watched and killed. */
final class Jvm implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final Path errors;

    private Jvm(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static Jvm start(Class<?> main, String... arguments) {
        return start(Map.of(), main, arguments);
    }

    static Jvm start(Map<String, String> environment, Class<?> main, String... arguments) {
        return start(environment, List.of(), classPath(), main, arguments);
    }

    /** With no rights at all, and with a copy of what it needs: root's own files are closed to it. */
    static Jvm startAsNobody(Path copies, Class<?> main, String... arguments) {
        var needed = Stream.of(classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(entry ->
                        entry.toString().matches(".*/(target/.*|(spring|postgres|embedded|commons|xz|slf4j).*jar)"))
                .map(entry -> copied(entry, copies))
                .collect(Collectors.joining(File.pathSeparator));
        return start(
                Map.of(),
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                needed,
                main,
                arguments);
    }

    private static Jvm start(
            Map<String, String> environment,
            List<String> prefix,
            String classPath,
            Class<?> main,
            String... arguments) {
        try {
            var command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classPath,
                    main.getName()));
            command.addAll(List.of(arguments));
            var output = Files.createTempFile("minyi", ".out");
            var errors = Files.createTempFile("minyi", ".err");
            var builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("MINYI_") || name.startsWith("SPRING_"));
            builder.environment().putAll(environment);
            return new Jvm(builder.start(), output, errors);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String copied(Path entry, Path copies) {
        try (var walk = Files.walk(entry)) {
            var target = copies.resolve(Integer.toHexString(entry.hashCode()));
            for (var source : walk.toList()) {
                Files.copy(source, target.resolve(entry.relativize(source).toString()));
            }
            return target.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the process has printed the words, or fails with what it printed instead. */
    Jvm awaitWords(String words) {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!output().contains(words)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("'%s' was not printed, but: %s%s".formatted(words, output(), errors()));
            }
            sleep(50);
        }
        return this;
    }

    int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after 60 s: " + output() + errors() + whatItWaitsFor());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the thread that stops everything stands at. */
    private String whatItWaitsFor() throws InterruptedException {
        try {
            var jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
            var asked = new ProcessBuilder(jstack.toString(), Long.toString(pid())).start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            return said.lines()
                    .dropWhile(line -> !line.startsWith("\"SpringApplicationShutdownHook"))
                    .takeWhile(line -> !line.isBlank())
                    .collect(Collectors.joining("\n", "\n", ""));
        } catch (IOException nobodyAnswers) {
            return nobodyAnswers.toString();
        }
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    void terminate() {
        process.destroy();
    }

    String output() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            exitCode();
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
