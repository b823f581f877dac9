package org.minyi.citizen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

/**
 * The first keys, and everything an earlier version kept readable, sealed and then dropped; in one transaction, so that a
 * kill leaves everything as it was.
 */
@Repository
class SealingMigration implements JavaMigration {

    private static final int CHUNK = 5_000;

    private final MasterKey master;
    private final Clock clock;

    SealingMigration(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var keyring = Keyring.begin(KeyTables.on(connection), master, clock.instant());
        var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var key = keyring.sealingAlone();
        seal(connection, "select id, number from citizen.line_before", rows -> lines(db, rows, key, keyring.lookup()));
        seal(
                connection,
                "select id, name, line_id from citizen.person_before",
                rows -> persons(db, rows, key, keyring.lookup()));
        seal(connection, "select id, text from citizen.words_before", rows -> words(db, rows, key));
        db.sql("drop table citizen.line_before, citizen.person_before, citizen.words_before")
                .update();
    }

    private record Plain(UUID id, String text, UUID line) {}

    private interface Sealer {
        void seal(List<Plain> rows);
    }

    /** Reads through a cursor: as many rows as there are, never all of them in memory. */
    private static void seal(Connection connection, String query, Sealer sealer) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(CHUNK);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<Plain>(CHUNK);
                while (found.next()) {
                    rows.add(plain(found));
                    if (rows.size() == CHUNK) {
                        sealer.seal(rows);
                        rows.clear();
                    }
                }
                sealer.seal(rows);
            }
        }
    }

    private static Plain plain(ResultSet row) throws SQLException {
        var hasLine = row.getMetaData().getColumnCount() > 2;
        return new Plain(row.getObject(1, UUID.class), row.getString(2), hasLine ? row.getObject(3, UUID.class) : null);
    }

    private static void lines(JdbcClient db, List<Plain> rows, DataKey key, LookupKey lookup) {
        db.sql(
                        """
                        insert into citizen.line (id, number, number_hash, kind, opted_out_at)
                        select b.id, s.number, s.hash, b.kind, b.opted_out_at
                          from unnest(:ids, :numbers, :hashes) s (id, number, hash)
                          join citizen.line_before b on b.id = s.id
                        """)
                .param("ids", ids(rows))
                .param("numbers", sealed(rows, key, Place.LINE_NUMBER))
                .param(
                        "hashes",
                        rows.stream().map(row -> lookup.number(row.text())).toArray(byte[][]::new))
                .update();
    }

    private static void persons(JdbcClient db, List<Plain> rows, DataKey key, LookupKey lookup) {
        db.sql(
                        """
                        insert into citizen.person (id, name, name_hash, line_id, minor)
                        select b.id, s.name, s.hash, b.line_id, b.minor
                          from unnest(:ids, :names, :hashes) s (id, name, hash)
                          join citizen.person_before b on b.id = s.id
                        """)
                .param("ids", ids(rows))
                .param("names", sealed(rows, key, Place.PERSON_NAME))
                .param(
                        "hashes",
                        rows.stream()
                                .map(row -> row.line() == null ? null : lookup.name(row.line(), row.text()))
                                .toArray(byte[][]::new))
                .update();
    }

    private static void words(JdbcClient db, List<Plain> rows, DataKey key) {
        db.sql(
                        """
                        insert into citizen.words (id, person_id, said_at, text)
                        select b.id, b.person_id, b.said_at, s.text
                          from unnest(:ids, :texts) s (id, text)
                          join citizen.words_before b on b.id = s.id
                        """)
                .param("ids", ids(rows))
                .param("texts", sealed(rows, key, Place.WORDS_TEXT))
                .update();
    }

    private static UUID[] ids(List<Plain> rows) {
        return rows.stream().map(Plain::id).toArray(UUID[]::new);
    }

    private static byte[][] sealed(List<Plain> rows, DataKey key, Place place) {
        return rows.stream().map(row -> key.seal(place, row.id(), row.text())).toArray(byte[][]::new);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("102.1");
    }

    @Override
    public String getDescription() {
        return "citizen sealed";
    }

    /** None: what matters is that it ran. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
