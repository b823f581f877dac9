package org.minyi.demonstration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minyi.exchange.Envelope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the simulated hotline said and heard. */
@Repository
@ConditionalOnProperty("minyi.simulator")
class PeerTables {

    private static final String MESSAGE =
            "select id, message_id, reference, direction, sequence, kind, message, at, answer, times"
                    + " from simulator.peer_message where ";

    private final JdbcClient db;

    PeerTables(JdbcClient db) {
        this.db = db;
    }

    /** Keeps a message once; one that comes again is counted. */
    void keep(String direction, Envelope envelope, String message, Instant at) {
        db.sql(
                        """
                        insert into simulator.peer_message (message_id, reference, direction, sequence, kind, message, at)
                        values (:id, :reference, :direction, :sequence, :kind, :message, :at)
                            on conflict (direction, message_id) do update set times = peer_message.times + 1
                        """)
                .param("id", envelope.id())
                .param("reference", envelope.reference())
                .param("direction", direction)
                .param("sequence", envelope.sequence())
                .param("kind", envelope.kind().code())
                .param("message", message)
                .param("at", Timestamp.from(at))
                .update();
    }

    void answered(String messageId, int status, boolean again) {
        db.sql(
                        """
                        update simulator.peer_message set answer = :status, times = times + :more
                         where direction = 'OUT' and message_id = :id
                        """)
                .param("status", status)
                .param("more", again ? 1 : 0)
                .param("id", messageId)
                .update();
    }

    int nextSequence(String reference) {
        return db.sql(
                        """
                        select coalesce(max(sequence), 0) + 1 from simulator.peer_message
                         where direction = 'OUT' and reference = :reference
                        """)
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    /** A matter the hotline handed over. */
    record Handed(String reference, int messages, Instant latest) {}

    /** The latest first. */
    List<Handed> matters() {
        return db.sql(
                        """
                        select reference, count(*) as messages, max(at) as latest from simulator.peer_message
                         group by reference order by max(id) desc
                        """)
                .query((row, number) -> new Handed(
                        row.getString("reference"),
                        row.getInt("messages"),
                        row.getTimestamp("latest").toInstant()))
                .list();
    }

    List<PeerMessage> thread(String reference) {
        return db.sql(MESSAGE + "reference = :reference order by id")
                .param("reference", reference)
                .query(PeerTables::message)
                .list();
    }

    Optional<PeerMessage> said(long id) {
        return db.sql(MESSAGE + "id = :id and direction = 'OUT'")
                .param("id", id)
                .query(PeerTables::message)
                .optional();
    }

    private static PeerMessage message(ResultSet row, int number) throws SQLException {
        return new PeerMessage(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("reference"),
                row.getString("direction"),
                row.getInt("sequence"),
                row.getString("kind"),
                row.getString("message"),
                row.getTimestamp("at").toInstant(),
                row.getObject("answer", Integer.class),
                row.getInt("times"));
    }
}
