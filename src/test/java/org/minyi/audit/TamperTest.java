package org.minyi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody could do to the evidence: as the application every try is denied, as the owner of the database or its
 * superuser every try is found. Each runs in a transaction that is taken back.
 */
class TamperTest {

    private static final int FACTS = 40;
    /** Both stand still: the run may pass midnight. */
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-02T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private static final Clock YESTERDAY = Clock.offset(TODAY, Duration.ofDays(-1));

    /** No right to it, not possible at all, or, for a grant, nothing was granted. */
    private static final List<String> DENIALS = List.of("42501", "0A000", "42809", "01007");

    @TempDir
    static Path directory;

    private static String address;
    private static List<UUID> facts;
    private static AuditSettings settings;

    @BeforeAll
    static void evidenceOfSomeDays() {
        address = TestDatabase.fresh();
        TestDatabase.tables(address).load().migrate();
        settings = new AuditSettings(directory, "the key of the tamper test", null);
        var source = new DriverManagerDataSource(address, TestDatabase.APPLICATION, "");
        var db = JdbcClient.create(source);
        var evidence = new Evidence(new FactTables(db));
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        for (var number = 0; number < FACTS; number++) {
            var fact = Fact.of(List.of(Deed.values()).get(number % Deed.values().length), "reviewer" + number % 7)
                    .about(new UUID(3, number % 5))
                    .with("step", "STEP" + number)
                    .with("unit", "99010100000" + number % 10);
            transaction.executeWithoutResult(status -> evidence.keep(fact));
            if (number % 3 == 0 || number == FACTS - 1) {
                anchors(db, number < FACTS / 2 ? YESTERDAY : TODAY).anchor();
            }
        }
        facts = db.sql("select fact_id from audit.link order by position")
                .query(UUID.class)
                .list();
    }

    @AfterAll
    static void atTheEndEverythingStands() {
        assertThat(verified(new DriverManagerDataSource(address, TestDatabase.APPLICATION, "")))
                .satisfies(verdict -> assertThat(verdict.findings()).isEmpty())
                .satisfies(verdict -> assertThat(verdict.facts()).isEqualTo(FACTS))
                .satisfies(verdict -> assertThat(verdict.anchored()).isEqualTo(FACTS));
    }

    @Test
    void more_than_two_hundred_tries_are_made() {
        assertThat(applicationsTries()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(ownersTries().size() + rewritings().size()).isGreaterThanOrEqualTo(100);
        assertThat(applicationsTries()).doesNotHaveDuplicates();
        assertThat(ownersTries()).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> the_application_is_denied() {
        return applicationsTries().stream()
                .map(sql -> DynamicTest.dynamicTest(sql, () -> assertThat(refusal(sql))
                        .as("nobody refused: %s", sql)
                        .isIn(DENIALS)));
    }

    @TestFactory
    Stream<DynamicTest> what_the_owner_does_is_found() {
        return ownersTries().stream().map(sql -> DynamicTest.dynamicTest(sql, () -> found(TestDatabase.OWNER, sql)));
    }

    /** As somebody who knows the rule of the chain: every hash fits, the end too. Only the anchors know better. */
    @TestFactory
    Stream<DynamicTest> a_chain_that_was_rewritten_so_that_it_fits_contradicts_its_anchors() {
        return rewritings().stream()
                .map(sql -> DynamicTest.dynamicTest(sql, () -> {
                    var verdict = found(TestDatabase.SUPERUSER, sql + REWRITE);
                    assertThat(verdict.findings()).extracting(Finding::fault).containsOnly(Fault.ANCHOR_CONTRADICTS);
                }));
    }

    @Test
    void the_superuser_past_all_triggers_is_found_as_well() throws SQLException {
        for (var sql : List.of(
                "update audit.fact set by_whom = 'nobody' where id = '%s'",
                "delete from audit.fact where id = '%1$s'; delete from audit.link where fact_id = '%1$s'",
                "insert into audit.fact (id, deed, by_whom) values (gen_random_uuid(), 'DOSSIER_READ', 'nobody')")) {
            found(
                    TestDatabase.SUPERUSER,
                    "set local session_replication_role = replica; " + sql.formatted(facts.get(5)));
        }
    }

    @Test
    void rights_that_the_superuser_gives_away_are_found() throws SQLException {
        for (var sql : List.of("alter table audit.fact owner to minyi", "grant minyi_owner to minyi")) {
            assertThat(found(TestDatabase.SUPERUSER, sql).findings())
                    .extracting(Finding::where)
                    .anyMatch(where -> where.startsWith("minyi may "));
        }
    }

    @Test
    void a_fault_is_named_where_it_is() throws SQLException {
        assertThat(found(TestDatabase.OWNER, unguarded("update audit.fact set told = '{}' where id = '%s'", 7))
                        .findings())
                .contains(new Finding(Fault.FACT_CHANGED, 8, facts.get(7).toString()));
        assertThat(found(
                                TestDatabase.OWNER,
                                unguarded("update audit.link set hash = sha256('x') where fact_id = '%s'", 7))
                        .findings())
                .contains(new Finding(Fault.LINK_CHANGED, 8, facts.get(7).toString()));
        assertThat(found(TestDatabase.OWNER, unguarded("delete from audit.fact where id = '%s'", 7))
                        .findings())
                .contains(new Finding(Fault.FACT_MISSING, 8, facts.get(7).toString()));
        assertThat(found(
                                TestDatabase.OWNER,
                                unguarded(
                                        "delete from audit.fact where id = '%1$s'; delete from audit.link where fact_id = '%1$s'",
                                        7))
                        .findings())
                .contains(new Finding(Fault.LINKS_MISSING, 8, ""));
    }

    @Test
    void one_matter_is_verified_by_itself() throws SQLException {
        try (var connection = TestDatabase.connect(TestDatabase.OWNER, address)) {
            connection.setAutoCommit(false);
            var verification = verification(new SingleConnectionDataSource(connection, true));
            assertThat(verification.ofMatter(new UUID(3, 2)).facts()).isEqualTo(FACTS / 5);
            assertThat(verification.ofMatter(new UUID(3, 2)).holds()).isTrue();

            connection.createStatement().execute(unguarded("update audit.fact set deed = 'X' where id = '%s'", 7));

            assertThat(verification.ofMatter(new UUID(3, 2)).findings())
                    .containsExactly(
                            new Finding(Fault.FACT_CHANGED, 8, facts.get(7).toString()));
            assertThat(verification.ofMatter(new UUID(3, 3)).holds()).isTrue();
            connection.rollback();
        }
    }

    @Test
    void every_day_has_a_file_of_its_own_and_the_days_hang_together() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("2026-03-01.anchors", "2026-03-02.anchors");
        var yesterday = Files.readAllLines(files().get(0));
        var today = Files.readAllLines(files().get(1));

        assertThat(yesterday).allMatch(line -> line.startsWith("2026-03-01T"));
        assertThat(today).allMatch(line -> line.startsWith("2026-03-02T"));
        var signed = yesterday.get(yesterday.size() - 1).split(" ", -1)[4];
        assertThat(today.get(0).split(" ", -1)[3]).isEqualTo(signed);
    }

    @TestFactory
    Stream<DynamicTest> anchors_that_were_touched_are_found() throws IOException {
        var tries = new ArrayList<DynamicTest>();
        for (var file : files()) {
            tries.addAll(tries(file, Files.readAllLines(file), file.equals(files().get(0))));
        }
        assertThat(tries).hasSizeGreaterThan(60);
        return tries.stream();
    }

    /** The first line of all and the last of all may go: the one was before all kept, the other is as if never written. */
    private static List<DynamicTest> tries(Path file, List<String> lines, boolean older) {
        var tries = new ArrayList<List<String>>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            tries.add(with(lines, at, line.replaceFirst(" \\d+ ", " 999 ")));
            tries.add(with(lines, at, line.replaceFirst("^\\d{4}", "1999")));
            tries.add(with(lines, at, line.substring(0, line.length() - 1) + (line.endsWith("0") ? "1" : "0")));
            tries.add(with(lines, at, ""));
            if (older ? at > 0 : at < lines.size() - 1) {
                var without = new ArrayList<>(lines);
                without.remove(at);
                tries.add(without);
                var twice = new ArrayList<>(lines);
                twice.add(at, line);
                tries.add(twice);
            }
        }
        return tries.stream()
                .map(touched -> DynamicTest.dynamicTest("try in " + file.getFileName(), () -> {
                    try {
                        Files.write(file, touched);
                        assertThat(verified(new DriverManagerDataSource(address, TestDatabase.APPLICATION, ""))
                                        .findings())
                                .extracting(Finding::fault)
                                .contains(Fault.ANCHOR_CHANGED);
                    } finally {
                        Files.write(file, lines, StandardOpenOption.TRUNCATE_EXISTING);
                    }
                }))
                .toList();
    }

    // --- the tries ---

    private static List<String> applicationsTries() {
        var tries = new ArrayList<String>();
        for (var table : List.of("audit.fact", "audit.link", "audit.head")) {
            tries.addAll(List.of(
                    "delete from " + table,
                    "truncate " + table,
                    "truncate " + table + " cascade",
                    "drop table " + table,
                    "drop table " + table + " cascade",
                    "alter table " + table + " disable trigger all",
                    "alter table " + table + " disable trigger refuse",
                    "alter table " + table + " disable trigger user",
                    "alter table " + table + " rename to gone",
                    "alter table " + table + " set schema public",
                    "alter table " + table + " owner to minyi",
                    "alter table " + table + " enable row level security",
                    "alter table " + table + " add column x text",
                    "create trigger mine before insert on " + table
                            + " for each row execute function suppress_redundant_updates_trigger()",
                    "create rule mine as on insert to " + table + " do instead nothing",
                    "create policy mine on " + table + " using (false)",
                    "create index mine on " + table + " ((1))",
                    "drop trigger refuse on " + table,
                    "grant all on " + table + " to public",
                    "grant update on " + table + " to minyi",
                    "lock table " + table + " in access exclusive mode",
                    "select * from " + table + " for update",
                    "comment on table " + table + " is 'mine'",
                    "cluster " + table + " using fact_pkey",
                    "copy " + table + " from program 'true'"));
        }
        for (var column : List.of("id", "at", "deed", "by_whom", "matter_id", "told")) {
            tries.add("update audit.fact set %1$s = %1$s".formatted(column));
            tries.add("alter table audit.fact drop column " + column);
        }
        for (var column : List.of("position", "fact_id", "hash")) {
            tries.add("update audit.link set %1$s = %1$s".formatted(column));
            tries.add("alter table audit.link drop column " + column);
        }
        tries.addAll(List.of(
                "update audit.head set position = 0",
                "insert into audit.head (one, position, hash) values (true, 0, sha256(''))",
                "insert into audit.link (position, fact_id, hash) values (1000, gen_random_uuid(), sha256(''))",
                "insert into audit.fact (id, deed, by_whom, at) values (gen_random_uuid(), 'X', 'x', '2020-01-01')",
                "insert into audit.fact (id, deed, by_whom, at) values (gen_random_uuid(), 'X', 'x', default)",
                "insert into audit.fact (id, deed, by_whom) select id, deed, by_whom from audit.fact on conflict (id) do"
                        + " update set by_whom = 'x'",
                "merge into audit.fact f using audit.fact o on f.id = o.id when matched then delete",
                "merge into audit.fact f using audit.fact o on f.id = o.id when matched then update set deed = 'X'",
                "with gone as (delete from audit.fact returning 1) select * from gone",
                "drop trigger link_fact on audit.fact",
                "drop trigger move_head on audit.link",
                "alter table audit.fact disable trigger link_fact",
                "alter table audit.link disable trigger move_head",
                "alter trigger link_fact on audit.fact rename to gone",
                "drop function audit.link_fact() cascade",
                "drop function audit.refuse() cascade",
                "drop function audit.part(text) cascade",
                "alter function audit.link_fact() security invoker",
                "alter function audit.link_fact() set search_path = minyi",
                "create or replace function audit.refuse() returns trigger language plpgsql as 'begin return null; end'",
                "create or replace function audit.link_fact() returns trigger language plpgsql as 'begin return null;"
                        + " end'",
                "create function audit.mine() returns int language sql as 'select 1'",
                "create table audit.mine (a int)",
                "create view audit.mine as select 1",
                "select audit.part('x')",
                "drop schema audit cascade",
                "alter schema audit rename to gone",
                "alter schema audit owner to minyi",
                "grant all on schema audit to public",
                "set session_replication_role = replica",
                "set role minyi_owner",
                "set role postgres",
                "set session authorization minyi_owner",
                "alter role minyi superuser",
                "alter role minyi set session_replication_role = replica",
                "grant minyi_owner to minyi",
                "reassign owned by minyi_owner to minyi",
                "drop owned by minyi_owner",
                "create role mine superuser",
                "alter database postgres owner to minyi",
                "alter default privileges for role minyi_owner grant all on tables to minyi",
                "create extension adminpack",
                "create event trigger mine on ddl_command_start execute function audit.refuse()",
                "set allow_system_table_mods = on",
                "update pg_catalog.pg_trigger set tgenabled = 'D'",
                "delete from pg_catalog.pg_trigger",
                "update pg_catalog.pg_class set relowner = 'minyi'::regrole",
                "vacuum full audit.fact",
                "reindex table audit.fact",
                "create table public.mine (a int) inherits (audit.fact)",
                "create schema mine",
                "select pg_read_file('postgresql.conf')",
                "select lo_import('/etc/passwd')",
                "update minyi.flyway_schema_history set success = false",
                "delete from minyi.flyway_schema_history"));
        // With a warning instead of a refusal PostgreSQL passes over these; they change nothing.
        tries.removeIf(sql -> sql.startsWith("vacuum"));
        return tries;
    }

    /** Each with the guards put aside first, as an owner would. */
    private static List<String> ownersTries() {
        var tries = new ArrayList<String>();
        for (var at : List.of(0, 1, 2, 19, 20, 38, 39)) {
            for (var change : List.of(
                    "at = at - interval '1 day'",
                    "at = at + interval '1 microsecond'",
                    "at = '-infinity'",
                    "deed = 'LOGGED_IN' || 'X'",
                    "by_whom = 'someone.else'",
                    "by_whom = by_whom || ' '",
                    "matter_id = null",
                    "matter_id = gen_random_uuid()",
                    "told = '{}'",
                    "told = told || ' '",
                    "told = replace(told, 'STEP', 'Step')",
                    "id = gen_random_uuid()")) {
                tries.add(unguarded("update audit.fact set " + change + " where id = '%s'", at));
            }
            tries.add(unguarded("delete from audit.fact where id = '%s'", at));
            tries.add(unguarded("delete from audit.link where fact_id = '%s'", at));
            tries.add(unguarded(
                    "delete from audit.fact where id = '%1$s'; delete from audit.link where fact_id = '%1$s'", at));
            tries.add(unguarded("update audit.link set hash = sha256(hash) where fact_id = '%s'", at));
            tries.add(unguarded("update audit.link set position = position + 1000 where fact_id = '%s'", at));
            tries.add(unguarded("update audit.link set fact_id = gen_random_uuid() where fact_id = '%s'", at));
        }
        for (var guarded : List.of(
                "drop trigger link_fact on audit.fact; insert into audit.fact (id, deed, by_whom) values"
                        + " (gen_random_uuid(), 'LOGGED_IN', 'minyi')",
                "drop trigger link_fact on audit.fact",
                "drop trigger refuse on audit.fact",
                "alter table audit.link disable trigger refuse",
                "alter table audit.fact disable trigger link_fact",
                "grant update on audit.fact to minyi",
                "grant delete on audit.link to public",
                "grant update (told) on audit.fact to minyi",
                "grant insert (at) on audit.fact to minyi",
                "create or replace function audit.refuse() returns trigger language plpgsql as 'begin return old; end'",
                "create or replace function audit.part(value text) returns bytea language sql immutable as"
                        + " 'select sha256(convert_to(value, ''UTF8''))'",
                "alter function audit.link_fact() security invoker",
                "drop trigger refuse on audit.fact; create trigger refuse before update or delete or truncate on"
                        + " audit.fact for each statement when (false) execute function audit.refuse()",
                "drop trigger refuse on audit.link; create trigger refuse before truncate on audit.link"
                        + " for each statement execute function audit.refuse()",
                "alter table audit.fact rename to gone",
                "alter table audit.link rename column hash to gone",
                "drop table audit.head",
                "drop schema audit cascade")) {
            tries.add(guarded);
        }
        for (var whole : List.of(
                "truncate audit.fact",
                "truncate audit.link",
                "truncate audit.fact; truncate audit.link",
                "truncate audit.fact; truncate audit.link; update audit.head set position = 0, hash ="
                        + " decode(repeat('00', 32), 'hex')",
                "delete from audit.head",
                "update audit.head set position = position - 1",
                "update audit.head set hash = sha256(hash)",
                "delete from audit.fact where id in (select fact_id from audit.link where position > 30);"
                        + " delete from audit.link where position > 30",
                "delete from audit.fact where id in (select fact_id from audit.link where position > 30);"
                        + " delete from audit.link where position > 30; update audit.head set (position, hash) ="
                        + " (select position, hash from audit.link order by position desc limit 1)",
                "delete from audit.fact where id in (select fact_id from audit.link where position <= 10);"
                        + " delete from audit.link where position <= 10",
                "delete from audit.fact where id in (select fact_id from audit.link where position <= 10);"
                        + " delete from audit.link where position <= 10;"
                        + " update audit.link set position = position - 1000; update audit.link set position = position + 990",
                "insert into audit.link values (1000, gen_random_uuid(), sha256(''))",
                "insert into audit.link values (0, gen_random_uuid(), sha256(''))",
                "insert into audit.link values (-7, gen_random_uuid(), sha256(''))",
                "update audit.link set position = -position where position in (3, 4); update audit.link set position ="
                        + " 7 + position where position in (-3, -4)",
                "update audit.fact set by_whom = 'minyi'",
                "update audit.fact set deed = lower(deed)")) {
            tries.add("alter table audit.fact disable trigger all; alter table audit.link disable trigger all;"
                    + " alter table audit.head disable trigger all; ".replace("trigger all", "trigger user")
                    + whole + "; " + GUARDED);
        }
        return tries;
    }

    /** What is done before all hashes are computed anew. */
    private static List<String> rewritings() {
        return List.of(
                "update audit.fact set by_whom = 'minyi' where id = '%s'".formatted(facts.get(2)),
                "update audit.fact set at = at - interval '1 day' where id = '%s'".formatted(facts.get(20)),
                "update audit.fact set told = '{}' where id = '%s'".formatted(facts.get(38)),
                "update audit.fact set matter_id = null where id = '%s'".formatted(facts.get(0)),
                "update audit.fact set deed = 'LOGGED_IN' where id = '%s'".formatted(facts.get(11)),
                "delete from audit.fact where id = '%s'".formatted(facts.get(0)),
                "delete from audit.fact where id = '%s'".formatted(facts.get(17)),
                "delete from audit.fact where id = '%s'".formatted(facts.get(39)),
                "delete from audit.fact where id in (select fact_id from audit.link where position > 20)",
                "delete from audit.fact where id in (select fact_id from audit.link where position < 20)",
                "update audit.fact set at = now() where id = '%s'".formatted(facts.get(1)),
                "update audit.fact set by_whom = 'someone' where by_whom = 'reviewer3'");
    }

    private static final String GUARDED =
            """
            alter table audit.fact enable trigger user; alter table audit.link enable trigger user;
            alter table audit.head enable trigger user""";

    /** The whole chain anew, in its old order, what came in between at the end; as the trigger would have made it. */
    private static final String REWRITE =
            """
            ;
            do $$
            declare
              one record; at bigint := 0; last bytea := decode(repeat('00', 32), 'hex');
            begin
              create temp table order_of_old on commit drop as
                select f.*, l.position from audit.fact f left join audit.link l on l.fact_id = f.id;
              delete from audit.link;
              for one in select * from order_of_old order by position nulls last loop
                at := at + 1;
                last := sha256(last || int8send(at) || uuid_send(one.id) || timestamptz_send(one.at)
                  || audit.part(one.deed) || audit.part(one.by_whom)
                  || coalesce(uuid_send(one.matter_id), decode(repeat('00', 16), 'hex')) || audit.part(one.told));
                insert into audit.link values (at, one.id, last);
              end loop;
              update audit.head set position = at, hash = last;
            end $$;
            set local session_replication_role = origin;""";

    private static String unguarded(String sql, int at) {
        return ("alter table audit.fact disable trigger user; alter table audit.link disable trigger user; " + sql
                        + "; " + GUARDED)
                .formatted(facts.get(at));
    }

    // --- trying ---

    private static String refusal(String sql) throws SQLException {
        try (var connection = TestDatabase.connect(TestDatabase.APPLICATION, address);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            var warning = statement.getWarnings();
            connection.rollback();
            return warning == null ? "none" : warning.getSQLState();
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private static Verdict found(String role, String sql) throws SQLException {
        try (var connection = TestDatabase.connect(role, address)) {
            connection.setAutoCommit(false);
            var rewriting = sql.contains("do $$");
            execute(connection, rewriting ? "set local session_replication_role = replica; " + sql : sql);
            var verdict = verified(new SingleConnectionDataSource(connection, true));
            connection.rollback();
            assertThat(verdict.holds()).as("not found: %s", sql).isFalse();
            return verdict;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Verdict verified(javax.sql.DataSource source) {
        return verification(source).whole((position, end) -> {});
    }

    private static Verification verification(javax.sql.DataSource source) {
        var db = JdbcClient.create(source);
        return new Verification(new ChainTables(db), anchors(db, TODAY));
    }

    private static Anchors anchors(JdbcClient db, Clock clock) {
        return new Anchors(settings, new ChainTables(db), clock);
    }

    /** One of each day, the older first. */
    private static List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".anchors"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> with(List<String> lines, int at, String line) {
        var changed = new ArrayList<>(lines);
        changed.set(at, line);
        return changed;
    }
}
