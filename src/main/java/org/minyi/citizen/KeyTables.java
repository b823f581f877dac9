package org.minyi.citizen;

import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

/** The keys as they are kept, every one wrapped under the master key. */
@Repository
class KeyTables {

    /** Held in common by everybody who seals, until their transaction ends; alone by whoever takes a key away. */
    private static final long SEALING = 0x6d696e7969_0001L;

    private final JdbcClient db;

    @Autowired
    KeyTables(JdbcClient db) {
        this.db = db;
    }

    /** On one connection, in its own transaction: for what happens before there is anything else. */
    static KeyTables on(Connection connection) {
        return new KeyTables(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /** A key as it is kept; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Wrapped(int id, KeyPurpose purpose, byte[] wrapped, boolean retired) {}

    boolean exist() {
        return db.sql("select to_regclass('citizen.data_key') is not null")
                .query(Boolean.class)
                .single();
    }

    List<Wrapped> all() {
        return db.sql(
                        "select id, purpose, wrapped, retired_at is not null as retired from citizen.data_key order by id")
                .query((row, at) -> new Wrapped(
                        row.getInt("id"),
                        KeyPurpose.valueOf(row.getString("purpose")),
                        row.getBytes("wrapped"),
                        row.getBoolean("retired")))
                .list();
    }

    /**
     * The key to seal with, until the end of the running transaction. Asked in every one: so a rotation is seen at once,
     * and no key is taken away while somebody is still sealing with it.
     */
    int sealingKey() {
        // Two statements: the second sees what was true when the lock was had, not when it was asked for.
        db.sql("select pg_advisory_xact_lock_shared(:lock)")
                .param("lock", SEALING)
                .query(row -> {});
        return db.sql("select id from citizen.data_key where purpose = 'SEAL' and retired_at is null")
                .query(Integer.class)
                .single();
    }

    /** Waits until nobody seals, and lets nobody, until the running transaction ends. */
    void stopSealing() {
        db.sql("select pg_advisory_xact_lock(:lock)").param("lock", SEALING).query(row -> {});
    }

    /** As {@link #stopSealing()}, but false instead of waiting. */
    boolean tryStopSealing() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", SEALING)
                .query(Boolean.class)
                .single();
    }

    void insert(int id, KeyPurpose purpose, byte[] wrapped, Instant now) {
        db.sql("insert into citizen.data_key (id, purpose, wrapped, made_at) values (:id, :purpose, :wrapped, :now)")
                .param("id", id)
                .param("purpose", purpose.name())
                .param("wrapped", wrapped)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** From now on they open and seal no more. */
    void retireSealing(Instant now) {
        db.sql("update citizen.data_key set retired_at = :now where purpose = 'SEAL' and retired_at is null")
                .param("now", Timestamp.from(now))
                .update();
    }

    void rewrap(int id, byte[] wrapped) {
        db.sql("update citizen.data_key set wrapped = :wrapped where id = :id")
                .param("id", id)
                .param("wrapped", wrapped)
                .update();
    }

    void remove(int id) {
        db.sql("delete from citizen.data_key where id = :id and retired_at is not null")
                .param("id", id)
                .update();
    }
}
