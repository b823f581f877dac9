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
 * Three ways to start are measured: the classes as spring-boot:run starts them, with the flags of pom.xml; the jar, and
 * the jar unpacked as the image runs it, both with the flags of docker/Dockerfile. Alone: {@code java -cp … org.minyi.bench.StartBench}.
 */
final class StartBench implements Bench.Measured {

    private static final int RUNS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
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
        var flags = words("pom.xml", "<minyi.jvm>(.*?)</minyi.jvm>");
        measure(figures, "classes", flags, List.of("-cp", mainClassPath(), "org.minyi.Application"));
        if (!Files.exists(JAR)) {
            System.out.println("the jar is not measured: there is no " + JAR + ", ./mvnw package makes it");
            return;
        }
        var image = words("docker/Dockerfile", "JDK_JAVA_OPTIONS=\"(.*?)\"");
        measure(figures, "jar", image, List.of("-jar", JAR.toString()));
        var unpacked = unpacked();
        measure(
                figures,
                "image",
                image,
                List.of("-cp", unpacked + "/*:" + unpacked + "/lib/*", "org.minyi.Application"));
        remove(unpacked);
    }

    /** As docker/Dockerfile does it. */
    private static Path unpacked() throws IOException, InterruptedException {
        var unpacked = Files.createTempDirectory("minyi-unpacked");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var unpack = new ProcessBuilder(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unpacked.toString())
                .inheritIO()
                .start();
        if (unpack.waitFor() != 0) {
            throw new IllegalStateException("the jar was not unpacked");
        }
        return unpacked;
    }

    private static void measure(Figures figures, String what, List<String> flags, List<String> main) throws Exception {
        var program = Stream.concat(flags.stream(), main.stream()).toList();
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
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException(
                            "no login page after " + PATIENCE + ": " + Files.readString(output.toPath()));
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
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
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

    /** The flags in a file, so that what is measured is what is run. */
    private static List<String> words(String file, String pattern) throws IOException {
        var flags = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(Path.of(file)));
        if (!flags.find()) {
            throw new IllegalStateException(file + " has no flags");
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
