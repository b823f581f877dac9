package org.minyi.citizen;

import static org.minyi.sql.Columns.texts;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything sealed, column by column, for whoever seals it anew. The key's id stands in bytes 2 to 5 of a value. */
@Repository
class ResealTables {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient db;

    ResealTables(JdbcClient db) {
        this.db = db;
    }

    /** One sealed value; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Value(UUID row, byte[] sealed) {}

    long sealedUnderOthers(Place place, DataKey key) {
        return db.sql(
                        """
                        select count(*) from %1$s where %2$s is not null and substring(%2$s from 2 for 4) <> :key
                        """
                                .formatted(place.table, place.name))
                .param("key", key.idBytes())
                .query(Long.class)
                .single();
    }

    /** The next values in the order of their rows that are sealed under another key; after null come the first. */
    List<Value> sealedUnderOthers(Place place, DataKey key, UUID after, int atMost) {
        return db.sql(
                        """
                        select id, %2$s as sealed from %1$s
                         where id > :after and %2$s is not null and substring(%2$s from 2 for 4) <> :key
                         order by id limit :atMost
                        """
                                .formatted(place.table, place.name))
                .param("after", after == null ? BEFORE_ALL : after)
                .param("key", key.idBytes())
                .param("atMost", atMost)
                .query((row, at) -> new Value(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list();
    }

    /** Puts the values in place of those before; what somebody changed meanwhile stays as they left it. */
    void replace(Place place, List<Value> before, List<Value> after) {
        db.sql(
                        """
                        update %1$s set %2$s = anew.after
                          from unnest(:ids::uuid[], :before, :after) anew (id, before, after)
                         where %1$s.id = anew.id and %1$s.%2$s = anew.before
                        """
                                .formatted(place.table, place.name))
                .param("ids", texts(before, Value::row))
                .param("before", before.stream().map(Value::sealed).toArray(byte[][]::new))
                .param("after", after.stream().map(Value::sealed).toArray(byte[][]::new))
                .update();
    }
}
