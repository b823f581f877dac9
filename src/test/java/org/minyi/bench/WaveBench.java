package org.minyi.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.minyi.Application;
import org.minyi.channel.sms.DeliveryReport;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsOperator;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.organisation.Level;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.survey.WaveId;
import org.minyi.survey.Waves;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/**
 * A wave of 50,000 contacts from plan to report: the real process, tables, outbox, links, replies and matters over the
 * embedded PostgreSQL with fsync on; only the operator answers, reports and passes replies on without delay, and the
 * two timers are moved as soon as what they wait for has come. Everybody gets the SMS and 36 % answer: all of them well
 * in the one wave, 6 % of them badly in the other, which opens a matter with its call for each.
 *
 * <p>Measured in the same run: the same rows taken through the same states of the same tables by bare SQL (see
 * {@link BareSql}), and one engine instance per SMS of a minimal model.
 */
public final class WaveBench implements Bench.Measured {

    static final int CONTACTS = 50_000;
    private static final int RUNS = Integer.getInteger("bench.runs", 3);
    private static final int DAYS = 3 * (RUNS + 1);
    private static final int INSTANCES = 2_000;
    private static final int BAD = 6;
    private static final String CENTRE = "990100000000";
    /** Ids as Minyi gives them, growing with time: who comes in together stands together. */
    private static final String ORDERED_ID =
            """
            (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
             || right(replace(gen_random_uuid()::text, '-', ''), 20))::uuid""";

    /** Where the server's programs are: the server is nobody's child. */
    private static String server = "?";

    /** {@code java -cp … org.minyi.bench.WaveBench} measures this alone. */
    public static void main(String[] arguments) throws Exception {
        var figures = new Figures();
        new WaveBench().run(figures);
        System.out.println(figures.table());
        System.exit(0);
    }

    @Override
    public void run(Figures figures) throws Exception {
        var data = Files.createTempDirectory("minyi-bench");
        server = data.toString();
        try (var minyi = start(data)) {
            measure(minyi, figures);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void measure(ConfigurableApplicationContext minyi, Figures figures) throws Exception {
        var database = minyi.getBean(DataSource.class);
        var first = LocalDate.now(minyi.getBean(Clock.class)).minusDays(DAYS);
        prepare(minyi, Owner.of(minyi), first);
        var waves = new double[RUNS];
        var withMatters = new double[RUNS];
        var opened = new double[RUNS];
        var bare = new double[RUNS];
        var engine = new double[RUNS];
        var ofBare = new double[RUNS];
        var timesEngine = new double[RUNS];
        // The first run warms the JVM up and is not counted.
        for (var run = -1; run < RUNS; run++) {
            var day = first.plusDays(2L * (run + 1));
            var bareDay = first.plusDays(2L * (RUNS + 1) + run + 1);
            var bySql = CONTACTS / seconds(() -> new BareSql(database, bareDay).call());
            var byWave = CONTACTS / seconds(() -> wave(minyi, database, day, 0));
            var byEngine = INSTANCES / seconds(() -> instances(minyi));
            var began = System.nanoTime();
            var byAngry = CONTACTS / seconds(() -> wave(minyi, database, day.plusDays(1), BAD));
            await(() -> due(minyi) == 0);
            var calls = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "  run %d: wave %.0f/s, bare SQL %.0f/s, engine %.0f/s, wave with matters %.0f/s, calls after %.1f s%n",
                    run, byWave, bySql, byEngine, byAngry, calls);
            if (run >= 0) {
                waves[run] = byWave;
                withMatters[run] = byAngry;
                opened[run] = calls;
                bare[run] = bySql;
                engine[run] = byEngine;
                ofBare[run] = byWave / bySql;
                timesEngine[run] = byWave / byEngine;
            }
        }
        figures.add("Wave of 50,000, planned to closed, all answers good", "contacts/s", "2,500", waves);
        figures.add("The same row work by bare SQL", "contacts/s", "", bare);
        figures.add("One engine instance per SMS", "instances/s", "", engine);
        figures.add("Wave against bare SQL", "times", "0.5", ofBare);
        figures.add("Wave against an engine instance per SMS", "times", "12", timesEngine);
        figures.add("Wave of 50,000, 1,080 of 18,000 answers bad", "contacts/s", "", withMatters);
        figures.add("... until all 1,080 calls lie with the callers", "s", "", opened);
    }

    /** Jobs that could run at this moment: the matters whose process has not begun. */
    private static long due(ConfigurableApplicationContext minyi) {
        return minyi.getBean(ManagementService.class)
                .createJobQuery()
                .executable()
                .messages()
                .count();
    }

    private static double seconds(Callable<?> work) throws Exception {
        var started = System.nanoTime();
        work.call();
        return (System.nanoTime() - started) / 1e9;
    }

    // --- the wave ---

    private static Void wave(ConfigurableApplicationContext minyi, DataSource database, LocalDate day, int bad)
            throws Exception {
        var began = System.nanoTime();
        var city = minyi.getBean(ZeroLatencyOperator.class);
        city.reset(bad);
        say("wave begins", began);
        var wave = minyi.getBean(Waves.class).start(day, "bench");
        await(() -> count(database, "select count(*) from wave where sent_at is not null and day = '%s'".formatted(day))
                == 1);
        say("planned and put into the outbox", began);
        await(() -> city.reported() == CONTACTS);
        say("sent and reported", began);
        await(() -> count(database, "select count(*) from reply where due_at is not null") == 0
                && count(database, "select count(*) from sms_report") == 0);
        say("replies applied", began);
        timer(minyi, wave, "event_remindAt");
        timer(minyi, wave, "event_closesAt");
        var report = minyi.getBean(Waves.class).report(wave);
        if (report.delivered() != CONTACTS
                || report.answered() != CONTACTS * 36 / 100
                || report.open() + report.unknown() + report.undelivered() != 0) {
            throw new IllegalStateException("this wave went wrong: " + report);
        }
        say("closed, %d matters raised".formatted(count(database, "select count(*) from complaint")), began);
        return null;
    }

    private static void timer(ConfigurableApplicationContext minyi, WaveId wave, String event) throws Exception {
        var jobs = minyi.getBean(ManagementService.class);
        var instance = minyi.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(wave.toString(), "survey-wave")
                .singleResult();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(event)
                .singleResult()
                .getId());
    }

    private static void say(String what, long began) {
        System.out.printf(
                "  %s after %.1f s, processor time so far: Minyi %.1f s, PostgreSQL %.1f s%n",
                what, (System.nanoTime() - began) / 1e9, cpu(ProcessHandle.current()), postgres());
    }

    private static double cpu(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(duration -> duration.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** Of the server's present processes: on a machine with other work this tells more than the clock. */
    private static double postgres() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(server))
                .mapToDouble(WaveBench::cpu)
                .sum();
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("not reached within five minutes");
            }
            Thread.sleep(20);
        }
    }

    // --- an engine instance per SMS ---

    private static Void instances(ConfigurableApplicationContext minyi) throws Exception {
        var engine = minyi.getBean(RuntimeService.class);
        var clients = Executors.newFixedThreadPool(2);
        try {
            for (var done : clients.invokeAll(IntStream.range(0, 2)
                    .<Callable<Void>>mapToObj(client -> () -> {
                        for (var at = client; at < INSTANCES; at += 2) {
                            var instance = engine.startProcessInstanceByKey(
                                    "one-sms", UUID.randomUUID().toString());
                            engine.createMessageCorrelation("bench.answered")
                                    .processInstanceId(instance.getId())
                                    .setVariables(Variables.putValue("answer", 1))
                                    .correlate();
                        }
                        return null;
                    })
                    .toList())) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
        return null;
    }

    private static void deployOneSms(RepositoryService repository) {
        repository
                .createDeployment()
                .addModelInstance(
                        "one-sms.bpmn",
                        Bpmn.createExecutableProcess("one-sms")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask("send")
                                .camundaDelegateExpression("#{benchSendDelegate}")
                                .eventBasedGateway()
                                .intermediateCatchEvent()
                                .message("bench.answered")
                                .endEvent()
                                .moveToLastGateway()
                                .intermediateCatchEvent()
                                .timerWithDuration("PT72H")
                                .endEvent()
                                .done())
                .deploy();
    }

    // --- around it ---

    private static ConfigurableApplicationContext start(Path data) {
        System.setProperty("user.timezone", ZoneId.of("Asia/Shanghai").getId());
        return new SpringApplicationBuilder(Application.class, Around.class)
                .run(
                        "--minyi.data=" + data.resolve("data"),
                        "--minyi.demonstration=false",
                        "--minyi.simulator=false",
                        "--minyi.contacts.folder=",
                        "--minyi.sms.rate-per-second=0",
                        "--minyi.sms.sending-hours=00:00-24:00",
                        "--server.port=0");
    }

    /** As many days as there will be waves, each with its own people: every wave meets the tables of the days before. */
    private static void prepare(ConfigurableApplicationContext minyi, DataSource database, LocalDate first)
            throws SQLException {
        minyi.getBean(Organisation.class).found(List.of(new Unit(new UnitCode(CENTRE), "Centre", Level.CENTRE, null)));
        var repository = minyi.getBean(RepositoryService.class);
        // An owner's version of the table: no reminder (a wave of one SMS each is measured), nobody silent is phoned.
        repository
                .createDeployment()
                .addClasspathResource("bench/survey-plan.dmn")
                .deploy();
        deployOneSms(repository);
        try (var connection = database.getConnection()) {
            for (var day = 0; day < DAYS; day++) {
                contacts(minyi.getBean(Citizens.class), connection, day, first.plusDays(day));
            }
            execute(connection, "vacuum analyze citizen.line, citizen.person, contact");
        }
    }

    private static void contacts(Citizens citizens, Connection connection, int set, LocalDate day) throws SQLException {
        var served =
                Timestamp.from(day.atTime(10, 0).atZone(ZoneId.systemDefault()).toInstant());
        var told = IntStream.range(0, CONTACTS)
                .mapToObj(
                        n -> new Told("Wang Fang", "13%d%08d".formatted(3 + set / 10, set % 10 * CONTACTS + n), false))
                .toList();
        var people = citizens.enrol(told);
        try (var insert = connection.prepareStatement(
                """
                insert into contact (id, source, reference, module, business, served_at, unit_code, person_id, line_id,
                                     arrived_at)
                select %1$s, 'BENCH', '%2$d-' || p.n, b.module_code, b.code,
                       '%3$s'::timestamptz + random() * interval '8 hours', '%4$s', p.id, p.line_id,
                       '%3$s'::timestamptz + interval '1 day'
                  from unnest(?::uuid[], ?::uuid[]) with ordinality p (id, line_id, n)
                  join (select *, row_number() over (order by code) as n from business) b on b.n = p.n %% 13 + 1
                """
                        .formatted(ORDERED_ID, set, served, CENTRE))) {
            insert.setObject(
                    1, people.stream().map(one -> one.person().toString()).toArray(String[]::new));
            insert.setObject(
                    2, people.stream().map(one -> one.line().toString()).toArray(String[]::new));
            insert.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the benchmark puts around Minyi. No configuration by name: tests, which scan everything, must not find it. */
    static class Around {

        @Bean
        ZeroLatencyOperator zeroLatencyOperator(ObjectProvider<OperatorInbox> inbox) {
            return new ZeroLatencyOperator(inbox);
        }

        @Bean
        JavaDelegate benchSendDelegate() {
            return execution -> {};
        }
    }

    /** Answers at once; what comes back is passed on by one thread, as much as has come, at most a thousand. */
    static final class ZeroLatencyOperator implements SmsOperator {

        private static final int AT_ONCE = 1_000;

        private final LinkedBlockingQueue<OutgoingSms> delivered = new LinkedBlockingQueue<>();
        private final AtomicInteger reported = new AtomicInteger();
        private final AtomicInteger number = new AtomicInteger();
        private final ObjectProvider<OperatorInbox> inbox;
        private volatile int bad;

        ZeroLatencyOperator(ObjectProvider<OperatorInbox> inbox) {
            this.inbox = inbox;
            var link = new Thread(this::passOn, "bench-operator");
            link.setDaemon(true);
            link.start();
        }

        void reset(int badOfAHundred) {
            bad = badOfAHundred;
            reported.set(0);
            number.set(0);
        }

        int reported() {
            return reported.get();
        }

        @Override
        public List<Submission> submit(List<OutgoingSms> window) {
            var answers = new ArrayList<Submission>(window.size());
            window.forEach(message -> answers.add(new Submission.Accepted("gw-" + message.id())));
            delivered.addAll(window);
            return answers;
        }

        private void passOn() {
            try {
                while (true) {
                    var batch = new ArrayList<OutgoingSms>(AT_ONCE);
                    batch.add(delivered.take());
                    // A moment to let a batch gather, as a link does that acknowledges in groups.
                    Thread.sleep(50);
                    delivered.drainTo(batch, AT_ONCE - 1);
                    var now = Instant.now();
                    inbox.getObject()
                            .reports(batch.stream()
                                    .map(one -> new DeliveryReport(
                                            "gw-" + one.id(),
                                            one.number(),
                                            one.extension(),
                                            DeliveryReport.Outcome.DELIVERED,
                                            now))
                                    .toList());
                    var replies = new ArrayList<IncomingSms>();
                    for (var one : batch) {
                        var at = number.getAndIncrement();
                        if (at % 25 < 9) {
                            replies.add(
                                    new IncomingSms("mo-" + one.id(), one.number(), one.extension(), answer(at), now));
                        }
                    }
                    inbox.getObject().replies(replies);
                    reported.addAndGet(batch.size());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private String answer(int at) {
            var answer = at / 25 * 9 + at % 25;
            return answer % 100 < bad ? "3 nobody came" : "1";
        }
    }

    static UUID id() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
