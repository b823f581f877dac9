package org.minyi.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.minyi.Application;
import org.minyi.channel.sms.Outbox;
import org.minyi.channel.sms.Peer;
import org.minyi.channel.sms.SmsDraft;
import org.minyi.citizen.Citizens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * 20,000 messages from the outbox over one SMPP link on the loopback, each committed before its first byte leaves and
 * its answer committed after; beside them, in the same run, as many over the bare library with as many unanswered at
 * once, and over the bare library beside the least SQL that keeps the same promise. Two message centres, each a process of its own: one by another library, and one that does nothing but answer.
 */
final class SmsBench implements Bench.Measured {

    private static final int MESSAGES = 20_000;
    private static final int LINES = 1_000;
    private static final int WINDOW = 64;
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final String TEXT = "【澜河市公安局民意中心】请问您对昨天民警的处置是否满意？满意请回复1，基本满意请回复2，不满意请回复3。";
    private static final String SERVICE = "1069900110";

    @Override
    public void run(Figures figures) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (var centre = Peer.start("smsc.js", "0")) {
            measure("a message centre of another library", centre.port(), figures);
        }
        var bare = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), BareCentre.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = bare.inputReader()) {
            measure("a program that does nothing but answer", Integer.parseInt(said.readLine()), figures);
        } finally {
            bare.destroy();
        }
    }

    private static void measure(String to, int port, Figures figures) throws Exception {
        var data = Files.createTempDirectory("minyi-bench");
        try (var minyi = start(data, port)) {
            measure(minyi, to, port, figures);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void measure(ConfigurableApplicationContext minyi, String to, int port, Figures figures)
            throws Exception {
        var ours = new double[RUNS];
        var bare = new double[RUNS];
        var share = new double[RUNS];
        var kept = new double[RUNS];
        var shareOfKept = new double[RUNS];
        // The first run warms the JVM up and is not counted.
        for (var run = -1; run < RUNS; run++) {
            var byLibrary = MESSAGES / seconds(() -> overTheLibrary(port));
            var byLibraryAndSql = MESSAGES / withTheSamePromise(minyi, port);
            var byMinyi = MESSAGES / fromTheOutbox(minyi);
            if (run >= 0) {
                bare[run] = byLibrary;
                ours[run] = byMinyi;
                share[run] = byMinyi / byLibrary;
                kept[run] = byLibraryAndSql;
                shareOfKept[run] = byMinyi / byLibraryAndSql;
            }
        }
        figures.add("SMS from the outbox to " + to, "messages/s", "≥ 1,500", ours);
        figures.add("Baseline: the bare library, as many unanswered at once", "messages/s", "", bare);
        figures.add("Minyi's share of it", "", "≥ 0.7", share);
        figures.add("Baseline: the bare library, and the least SQL that texts nobody twice", "messages/s", "", kept);
        figures.add("Minyi's share of that", "", "", shareOfKept);
    }

    /** Seconds from the commit of the messages to that of the last answer. */
    private static double fromTheOutbox(ConfigurableApplicationContext minyi) throws Exception {
        var numbers = IntStream.range(0, LINES).mapToObj("138%08d"::formatted).toList();
        var lines = minyi.getBean(Citizens.class).lines(numbers);
        var now = minyi.getBean(Clock.class).instant();
        var batch = UUID.randomUUID();
        var drafts = new ArrayList<SmsDraft>();
        for (var at = 0; at < MESSAGES; at++) {
            drafts.add(new SmsDraft(
                    UuidCreator.getTimeOrderedEpoch(),
                    batch,
                    lines.get(numbers.get(at % LINES)),
                    Integer.toString(10 + at / LINES),
                    TEXT,
                    now));
        }
        minyi.getBean(Outbox.class).put(drafts);
        return seconds(() -> awaitAccepted(minyi, batch));
    }

    private static Void awaitAccepted(ConfigurableApplicationContext minyi, UUID batch) throws InterruptedException {
        var db = minyi.getBean(JdbcClient.class);
        while (db.sql("select count(*) from sms where batch_id = ? and state = 'ACCEPTED'")
                        .param(batch)
                        .query(Integer.class)
                        .single()
                < MESSAGES) {
            Thread.sleep(50);
        }
        return null;
    }

    private static Void overTheLibrary(int port) throws Exception {
        try (var link = new BareLink(port, WINDOW, TEXT)) {
            link.send(MESSAGES);
        }
        return null;
    }

    /** Seconds from the first commit to the last; putting them in is not counted, as with Minyi. */
    private static double withTheSamePromise(ConfigurableApplicationContext minyi, int port) throws Exception {
        var database = minyi.getBean(DataSource.class);
        var messages = BareLink.inTheOutbox(database, MESSAGES, TEXT);
        try (var link = new BareLink(port, WINDOW, TEXT)) {
            return seconds(() -> {
                link.send(database, messages);
                return null;
            });
        }
    }

    private static double seconds(Callable<?> work) throws Exception {
        var started = System.nanoTime();
        work.call();
        return (System.nanoTime() - started) / 1e9;
    }

    private static ConfigurableApplicationContext start(Path data, int port) {
        System.setProperty("user.timezone", ZoneId.of("Asia/Shanghai").getId());
        return new SpringApplicationBuilder(Application.class)
                .run(List.of(
                                "--minyi.data=" + data.resolve("data"),
                                "--minyi.demonstration=false",
                                "--minyi.simulator=false",
                                "--minyi.contacts.folder=",
                                "--minyi.sms.sending-hours=00:00-24:00",
                                "--minyi.sms.smpp.bench.host=127.0.0.1",
                                "--minyi.sms.smpp.bench.port=" + port,
                                "--minyi.sms.smpp.bench.system-id=minyi",
                                "--minyi.sms.smpp.bench.password=secret",
                                "--minyi.sms.smpp.bench.service-number=" + SERVICE,
                                "--minyi.sms.smpp.bench.window=" + WINDOW,
                                "--minyi.sms.smpp.bench.rate-per-second=0",
                                "--server.port=0")
                        .toArray(String[]::new));
    }
}
