package org.minyi.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.minyi.Application;
import org.minyi.contact.ContactRows;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How many contacts a second are taken over: 100,000 rows of CSV by POST, each run into emptied tables of the embedded
 * PostgreSQL with fsync on. Beside it, measured in turn, the same rows by bare SQL: COPY into a bare table, and COPY
 * followed by one set-based statement for each of line, person and contact.
 */
public final class ImportBench implements Bench.Measured {

    private static final int ROWS = 100_000;
    private static final int RUNS = 5;

    private final HttpClient http = HttpClient.newHttpClient();

    /** {@code java -cp … org.minyi.bench.ImportBench} measures this alone, with whatever heap the JVM was given. */
    public static void main(String[] arguments) throws Exception {
        var figures = new Figures();
        new ImportBench().run(figures);
        System.out.println(figures.table());
        System.exit(0);
    }

    @Override
    public void run(Figures figures) throws Exception {
        var data = Files.createTempDirectory("minyi-bench");
        var file = data.resolve("contacts.csv");
        Files.writeString(file, ContactRows.file("BENCH", 0, ROWS));
        try (var minyi = start(data.resolve("data"))) {
            measure(minyi, file, figures);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void measure(ConfigurableApplicationContext minyi, Path file, Figures figures) throws Exception {
        var database = Owner.of(minyi);
        var key = minyi.getBean(ClientKeys.class).issue(MachineClient.ofEverybody("bench"));
        int port = ((ServletWebServerApplicationContext) minyi).getWebServer().getPort();
        var posted = new double[RUNS];
        var again = new double[RUNS];
        var copied = new double[RUNS];
        var spread = new double[RUNS];
        // The first run warms the JVM up and is not counted.
        for (int run = -1; run < RUNS; run++) {
            empty(database);
            double bySql = spread(database, file);
            empty(database);
            double byPost = post(port, key, file, ROWS);
            double repeat = post(port, key, file, 0);
            double byCopy = copy(database, file);
            if (run >= 0) {
                posted[run] = byPost;
                again[run] = repeat;
                copied[run] = byCopy;
                spread[run] = bySql;
            }
        }
        figures.add("Contacts taken over from CSV by POST", "rows/s", "10,000", posted);
        figures.add("The same file again, nothing changes", "rows/s", "", again);
        figures.add("Baseline: COPY, then one INSERT per table", "rows/s", "", spread);
        figures.add("Baseline: bare COPY into one table without index", "rows/s", "", copied);
    }

    private double post(int port, String key, Path file, int accepted) throws IOException, InterruptedException {
        long started = System.nanoTime();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/contacts"))
                        .header("Content-Type", "text/csv")
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        double speed = perSecond(started);
        var counts = new ObjectMapper().readTree(answer.body());
        if (answer.statusCode() != 200 || counts.get("accepted").asInt() != accepted) {
            throw new IllegalStateException("not all rows were taken over: " + answer.body());
        }
        return speed;
    }

    private static double copy(DataSource database, Path file) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table bench_copy (source text, reference text, module text, business text,
                           served_at timestamptz, unit text, officer text, name text, phone text)
                    """);
            long started = System.nanoTime();
            copyInto(connection, "bench_copy", file);
            double speed = perSecond(started);
            statement.execute("drop table bench_copy");
            return speed;
        }
    }

    private static double spread(DataSource database, Path file) throws SQLException, IOException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long started = System.nanoTime();
            statement.execute(
                    """
                    create temp table bench_told (source text, reference text, module text, business text,
                           served_at timestamptz, unit text, officer text, name text, phone text) on commit drop
                    """);
            copyInto(connection, "bench_told", file);
            statement.execute(
                    """
                    insert into citizen.line (id, number, number_hash, kind)
                    select gen_random_uuid(), convert_to(phone, 'UTF8'), sha256(convert_to(phone, 'UTF8')), 'MOBILE'
                      from (select distinct phone from bench_told) told
                    on conflict do nothing
                    """);
            statement.execute(
                    """
                    insert into citizen.person (id, name, name_hash, line_id)
                    select gen_random_uuid(), convert_to(name, 'UTF8'), sha256(convert_to(name, 'UTF8')), id
                      from (select distinct name, phone from bench_told) told
                      join citizen.line on number_hash = sha256(convert_to(phone, 'UTF8'))
                    on conflict do nothing
                    """);
            statement.execute(
                    """
                    insert into contact (id, source, reference, module, business, served_at, unit_code, officer,
                           person_id, line_id, arrived_at)
                    select gen_random_uuid(), source, reference, module, business, served_at, unit, officer, p.id, l.id,
                           now()
                      from bench_told t
                      join citizen.line l on l.number_hash = sha256(convert_to(t.phone, 'UTF8'))
                      join citizen.person p on p.line_id = l.id and p.name_hash = sha256(convert_to(t.name, 'UTF8'))
                    on conflict do nothing
                    """);
            connection.commit();
            double speed = perSecond(started);
            connection.setAutoCommit(true);
            return speed;
        }
    }

    private static void copyInto(Connection connection, String table, Path file) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format csv, header)", new StringReader(Files.readString(file)));
    }

    private static void empty(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate contact, citizen.person, citizen.line, citizen.words cascade");
        }
    }

    private static double perSecond(long started) {
        return ROWS / ((System.nanoTime() - started) / 1e9);
    }

    private static ConfigurableApplicationContext start(Path data) {
        System.setProperty("user.timezone", ZoneId.of("Asia/Shanghai").getId());
        return SpringApplication.run(
                Application.class,
                "--minyi.data=" + data,
                "--minyi.demonstration=false",
                "--minyi.contacts.folder=",
                "--server.port=0");
    }
}
