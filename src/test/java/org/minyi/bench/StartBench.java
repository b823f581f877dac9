package org.minyi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the start of a fresh JVM to the first login page, and what the JVM holds in memory when nobody does anything.
 * Both ways to start are measured, each with the flags of pom.xml: the classes as spring-boot:run starts them, and the
 * jar. Alone: {@code java -cp … org.minyi.bench.StartBench}.
 */
final class StartBench implements Bench.Measured {

    private static final int RUNS = 3;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Path JAR = Path.of("target/minyi-0.1.0.jar");

    private static final HttpClient BROWSER = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    public static void main(String[] arguments) throws Exception {
        var figures = new Figures();
        new StartBench().run(figures);
        System.out.println(figures.table());
    }

    @Override
    public void run(Figures figures) throws Exception {
        measure(figures, "classes", List.of("-cp", mainClassPath(), "org.minyi.Application"));
        if (Files.exists(JAR)) {
            measure(figures, "jar", List.of("-jar", JAR.toString()));
        } else {
            System.out.println("the jar is not measured: there is no " + JAR + ", ./mvnw package makes it");
        }
    }

    private static void measure(Figures figures, String what, List<String> program) throws Exception {
        var fresh = new double[RUNS];
        var existing = new double[RUNS];
        var memory = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            var data = Files.createTempDirectory("minyi-start");
            fresh[run] = started(program, data).seconds();
            var second = started(program, data, REST);
            existing[run] = second.seconds();
            memory[run] = second.megabytes();
            remove(data);
        }
        figures.add("start to first login page, fresh data, " + what, "s", "≤ 15", fresh);
        figures.add("start to first login page, existing data, " + what, "s", "≤ 10", existing);
        figures.add("resident memory of the JVM after 30 s at rest, " + what, "MB", "< 600", memory);
    }

    private record Started(double seconds, double megabytes) {}

    private static Started started(List<String> program, Path data) throws Exception {
        return started(program, data, Duration.ZERO);
    }

    private static Started started(List<String> program, Path data, Duration rest) throws Exception {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(program);
        command.addAll(List.of("--server.port=" + port, "--minyi.data=" + data.resolve("data")));
        var output = data.resolve("output").toFile();
        var begin = System.nanoTime();
        var minyi = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            while (!showsLogin(port)) {
                if (!minyi.isAlive()) {
                    throw new IllegalStateException("Minyi ended: " + Files.readString(output.toPath()));
                }
                Thread.sleep(50);
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            Thread.sleep(rest.toMillis());
            return new Started(seconds, residentMegabytes(minyi.pid()));
        } finally {
            minyi.destroy();
            minyi.waitFor();
        }
    }

    private static boolean showsLogin(int port) throws InterruptedException {
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return BROWSER.send(page, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }

    /** The property minyi.jvm of pom.xml, so that what is measured is what is run. */
    private static List<String> flags() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var flags =
                Pattern.compile("<minyi.jvm>(.*?)</minyi.jvm>", Pattern.DOTALL).matcher(pom);
        if (!flags.find()) {
            throw new IllegalStateException("pom.xml has no property minyi.jvm");
        }
        return List.of(flags.group(1).strip().split("\\s+"));
    }

    private static String mainClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path tree) throws IOException {
        try (var walk = Files.walk(tree)) {
            for (var entry : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
