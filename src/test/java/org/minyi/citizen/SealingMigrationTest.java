package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.TestDatabase;
import org.minyi.start.StartRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of the version before comes up sealed and complete; with another master key nothing is touched. */
class SealingMigrationTest {

    private static final int PEOPLE = 12_345;
    private static final MasterKey MASTER = master(1);

    private DriverManagerDataSource source;
    private JdbcClient db;

    @BeforeEach
    void anEmptyDatabase() {
        source = new DriverManagerDataSource(
                TestDatabase.fresh() + "?currentSchema=public,minyi", TestDatabase.OWNER, "");
        db = JdbcClient.create(source);
    }

    @Test
    void what_an_earlier_version_kept_readable_is_sealed_without_loss() {
        flyway(MASTER).target("101").load().migrate();
        db.sql(
                        """
                        insert into citizen.line (id, number, kind, opted_out_at)
                        select gen_random_uuid(), '138' || lpad(n::text, 8, '0'), 'MOBILE', case n % 10 when 0 then now() end
                          from generate_series(1, :people) n
                        """)
                .param("people", PEOPLE)
                .update();
        db.sql(
                        """
                        insert into citizen.person (id, name, line_id, minor)
                        select gen_random_uuid(), 'Person ' || number, id, number like '%7' from citizen.line
                        """)
                .update();
        db.sql("insert into citizen.person (id, name) values (gen_random_uuid(), 'Somebody without a line')")
                .update();
        db.sql(
                        """
                        insert into citizen.words (id, person_id, said_at, text)
                        select gen_random_uuid(), id, now(), 'words of ' || name from citizen.person
                        """)
                .update();
        var number = db.sql("select number, id from citizen.line where opted_out_at is not null limit 1")
                .query((row, at) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .single();
        var told = db.sql("select count(*) from citizen.person where minor")
                .query(Integer.class)
                .single();

        flyway(MASTER).load().migrate();

        var tables = tables(MASTER);
        assertThat(tables.linesOf(List.of(number.getKey())).ids())
                .containsEntry(number.getKey(), new LineId(number.getValue()));
        var line = new LineId(number.getValue());
        assertThat(tables.numbers(List.of(line))).containsEntry(line, number.getKey());
        assertThat(tables.optedOut(List.of(line))).containsExactly(line);
        var name = "Person " + number.getKey();
        var person = tables.personsOn(List.of(new CitizenTables.OnLine(line, name)))
                .values()
                .iterator()
                .next();
        assertThat(tables.face(person)).contains(new Face(name, number.getKey(), null));
        var said = db.sql("select id from citizen.words where person_id = ?")
                .param(person.value())
                .query((row, at) -> new WordsId(row.getObject(1, UUID.class)))
                .single();
        assertThat(tables.words(List.of(said))).containsEntry(said, "words of " + name);
        assertThat(count("citizen.line")).isEqualTo(PEOPLE);
        assertThat(count("citizen.person")).isEqualTo(PEOPLE + 1);
        assertThat(count("citizen.words")).isEqualTo(PEOPLE + 1);
        assertThat(count("citizen.person where minor")).isEqualTo(told).isPositive();
        assertThat(count("citizen.line where number_hash is null")).isZero();
        assertThat(count("pg_class where relname like '%before%' and relname not like 'look%'"))
                .isZero();
    }

    @Test
    void with_another_master_key_nothing_is_touched() {
        flyway(MASTER).target("102.1").load().migrate();
        var before = count("minyi.flyway_schema_history");

        assertThatThrownBy(() -> flyway(master(2)).load().migrate())
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("does not open the identities");
        assertThat(count("minyi.flyway_schema_history")).isEqualTo(before);
        assertThatThrownBy(() -> tables(master(2))).isInstanceOf(StartRefused.class);
    }

    @Test
    void a_master_key_that_is_missing_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> new MasterKey(""))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "The master key of the identities is missing or not 32 bytes in base64; set MINYI_MASTER_KEY in"
                                + " the environment (openssl rand -base64 32).");
    }

    private org.flywaydb.core.api.configuration.FluentConfiguration flyway(MasterKey master) {
        return TestDatabase.tables(source.getUrl())
                .callbacks(new KeyCheck(master))
                .javaMigrations(new JavaMigration[] {new SealingMigration(master, Clock.systemUTC())});
    }

    private CitizenTables tables(MasterKey master) {
        return new CitizenTables(db, new Keyring(new KeyTables(db), master));
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static MasterKey master(int seed) {
        var bytes = new byte[32];
        new java.util.Random(seed).nextBytes(bytes);
        return new MasterKey(Base64.getEncoder().encodeToString(bytes));
    }
}
