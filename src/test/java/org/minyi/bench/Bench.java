package org.minyi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks one after another and prints one table: {@code ./mvnw -Pbench verify [-Dbench=import,wave]}. */
public final class Bench {

    /** One benchmark: measures and adds its rows. */
    public interface Measured {
        void run(Figures figures) throws Exception;
    }

    private static final Map<String, Measured> ALL = new LinkedHashMap<>();

    static {
        ALL.put("import", new ImportBench());
        ALL.put("wave", new WaveBench());
        ALL.put("sms", new SmsBench());
        ALL.put("start", new StartBench());
        ALL.put("order", new OrderBench());
        ALL.put("desk", new DeskBench());
        ALL.put("outage", new OutageBench());
        ALL.put("evidence", new EvidenceBench());
        ALL.put("history", new HistoryBench());
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var wanted =
                arguments.length == 0 || "all".equals(arguments[0]) ? ALL.keySet() : List.of(arguments[0].split(","));
        var figures = new Figures();
        for (var name : wanted) {
            System.out.println("measuring " + name + " ...");
            ALL.get(name).run(figures);
            write(figures);
        }
        System.exit(0);
    }

    /** After each benchmark: what was measured stays when a later one fails. */
    private static void write(Figures figures) throws IOException {
        var table = machine() + "\n\n" + figures.table();
        System.out.println(table);
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/figures.md"), table);
    }

    private static String machine() throws IOException {
        var cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*: ", ""))
                .findFirst()
                .orElse("unknown processor");
        return "%d cores of %s, %d MB for the JVM, Java %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        cpu,
                        Runtime.getRuntime().maxMemory() >> 20,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"));
    }
}
