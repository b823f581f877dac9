package org.minyi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of both directions as people see them: those that failed, and those about a matter. */
@Repository
class DeadLetterTables {

    private static final String BOTH =
            """
            select 'IN' as way, id, peer, reference, sequence, kind, matter_id, stored_at as at, state, reason,
                   words_id, decided_by, settled_at, decided_words_id
              from exchange_in where %1$s
            union all
            select 'OUT', id, peer, reference, sequence, kind, matter_id, put_at, state, reason,
                   null, decided_by, settled_at, decided_words_id
              from exchange_out where %1$s
            order by at, sequence
            """;

    private final JdbcClient db;

    DeadLetterTables(JdbcClient db) {
        this.db = db;
    }

    Optional<Letter> find(UUID id) {
        return db.sql(BOTH.formatted("id = :id"))
                .param("id", id)
                .query(DeadLetterTables::letter)
                .optional();
    }

    List<Letter> about(UUID matter) {
        return db.sql(BOTH.formatted("matter_id = :matter"))
                .param("matter", matter)
                .query(DeadLetterTables::letter)
                .list();
    }

    /** False where it does not lie on the desk. */
    boolean repeat(Letter letter, Instant now) {
        var repeated = letter.way() == Way.IN
                ? "update exchange_in set state = 'WAITING', forced = true, tries = 0, due_at = :now"
                : "update exchange_out set state = 'WAITING', tries = 0, due_at = :now, settled_at = null";
        return db.sql(repeated + " where id = :id and state = 'DEAD'")
                        .param("now", Timestamp.from(now))
                        .param("id", letter.id())
                        .update()
                == 1;
    }

    /** False where it does not lie on the desk. */
    boolean setAside(Letter letter, Letter.State state, String by, WordsId words, Instant now) {
        var table = letter.way() == Way.IN ? "exchange_in" : "exchange_out";
        return db.sql(
                                """
                                update %s set state = :state, decided_by = :by, decided_words_id = :words, settled_at = :now
                                 where id = :id and state = 'DEAD'
                                """
                                        .formatted(table))
                        .param("state", state.name())
                        .param("by", by)
                        .param("words", words == null ? null : words.value(), Types.OTHER)
                        .param("now", Timestamp.from(now))
                        .param("id", letter.id())
                        .update()
                == 1;
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                Way.valueOf(row.getString("way")),
                row.getObject("id", UUID.class),
                row.getString("peer"),
                row.getString("reference"),
                row.getInt("sequence"),
                MessageKind.valueOf(row.getString("kind")),
                row.getObject("matter_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                Letter.State.of(row.getString("state")),
                row.getString("reason"),
                words(row, "words_id"),
                row.getString("decided_by"),
                Columns.instant(row, "settled_at"),
                words(row, "decided_words_id"));
    }

    private static WordsId words(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new WordsId(id);
    }
}
