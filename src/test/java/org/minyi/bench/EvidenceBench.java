package org.minyi.bench;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.minyi.Application;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.audit.Verification;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * What evidence costs: commits a second with one fact each, by one and by two threads; and how long the verification of a million facts takes ({@code -Dbench.facts=} for another number).
 */
final class EvidenceBench implements Bench.Measured {

    private static final int FACTS = Integer.getInteger("bench.facts", 1_000_000);
    private static final int AT_ONCE = 1_000;
    private static final int COMMITS = Math.min(2_000, FACTS);

    @Override
    public void run(Figures figures) throws Exception {
        var data = Files.createTempDirectory("minyi-bench");
        try (var minyi = SpringApplication.run(
                Application.class,
                "--minyi.data=" + data,
                "--minyi.demonstration=false",
                "--minyi.contacts.folder=",
                "--server.port=0")) {
            keep(minyi, 1, Math.min(200, FACTS));
            figures.add("evidence: commits with a fact, one thread", "1/s", "", keep(minyi, 1, COMMITS));
            figures.add("evidence: commits with a fact, two threads", "1/s", "", keep(minyi, 2, COMMITS));
            var filled = System.nanoTime();
            fill(minyi);
            figures.add("evidence: facts kept, " + AT_ONCE + " in a commit", "1/s", "", FACTS / seconds(filled));
            var verdict = minyi.getBean(Verification.class).whole((at, end) -> {});
            if (!verdict.holds()) {
                throw new IllegalStateException("the chain does not hold: " + verdict.findings());
            }
            figures.add(
                    "evidence: verify %,d facts".formatted(verdict.facts()),
                    "s",
                    "",
                    verdict.took().toMillis() / 1000.0);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static double keep(ConfigurableApplicationContext minyi, int threads, int commits) throws Exception {
        var evidence = minyi.getBean(Evidence.class);
        var transaction = minyi.getBean(TransactionTemplate.class);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var started = System.nanoTime();
            for (var done : pool.invokeAll(IntStream.range(0, threads)
                    .mapToObj(thread -> Executors.callable(() -> {
                        for (var at = 0; at < commits / threads; at++) {
                            transaction.executeWithoutResult(status -> evidence.keep(fact(thread)));
                        }
                    }))
                    .toList())) {
                done.get();
            }
            return commits / seconds(started);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void fill(ConfigurableApplicationContext minyi) {
        var evidence = minyi.getBean(Evidence.class);
        var transaction = minyi.getBean(TransactionTemplate.class);
        for (var at = 0; at < FACTS; at += AT_ONCE) {
            List<Fact> facts = IntStream.range(at, Math.min(FACTS, at + AT_ONCE))
                    .mapToObj(EvidenceBench::fact)
                    .toList();
            transaction.executeWithoutResult(status -> evidence.keepAll(facts));
        }
    }

    private static Fact fact(int number) {
        return Fact.of(Deed.STEP_DONE, "reviewer1")
                .about(new java.util.UUID(1, number % 1000))
                .with("step", "REVIEWED")
                .with("round", number % 3);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
