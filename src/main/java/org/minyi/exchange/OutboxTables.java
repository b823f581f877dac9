package org.minyi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What leaves for peers. */
@Repository
class OutboxTables {

    private final JdbcClient db;

    OutboxTables(JdbcClient db) {
        this.db = db;
    }

    /**
     * A message that somebody holds for one try.
     *
     * @param claims what the holder shows when telling how it went
     */
    record Claim(UUID id, String peer, UUID matter, MessageKind kind, WordsId body, int tries, int claims) {}

    void insert(UUID id, MatterLink link, int sequence, MessageKind kind, WordsId body, Instant now) {
        db.sql(
                        """
                        insert into exchange_out (id, peer, reference, sequence, kind, matter_id, put_at, body_id, due_at)
                        values (:id, :peer, :reference, :sequence, :kind, :matter, :now, :body, :now)
                        """)
                .param("id", id)
                .param("peer", link.peer())
                .param("reference", link.reference())
                .param("sequence", sequence)
                .param("kind", kind.name())
                .param("matter", link.matter().value())
                .param("now", Timestamp.from(now))
                .param("body", body.value())
                .update();
    }

    boolean isSaid(UUID matter, MessageKind kind) {
        return db.sql("select exists (select from exchange_out where matter_id = :matter and kind = :kind)")
                .param("matter", matter)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    /** The next for this peer that is due and has none before it: one nobody holds, or one whose holder was lost. */
    Optional<Claim> claim(String peer, Instant now, Instant leaseUntil) {
        return db.sql(
                        """
                        update exchange_out
                           set state = 'SENDING', claims = claims + 1, lease_until = :lease
                         where id = (select id from exchange_out o
                                      where peer = :peer
                                        and ((state = 'WAITING' and due_at <= :now)
                                          or (state = 'SENDING' and lease_until <= :now))
                                        and not exists (select from exchange_out e
                                                         where e.peer = o.peer and e.reference = o.reference
                                                           and e.sequence < o.sequence
                                                           and e.state in ('WAITING', 'SENDING', 'DEAD'))
                                      order by due_at, put_at limit 1
                                        for update skip locked)
                        returning id, peer, matter_id, kind, body_id, tries, claims
                        """)
                .param("peer", peer)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(leaseUntil))
                .query(OutboxTables::claim)
                .optional();
    }

    /** False when somebody else holds it by now. */
    boolean settle(Claim claim, String state, String reason, Instant now) {
        return db.sql(
                                """
                                update exchange_out
                                   set state = :state, reason = :reason, lease_until = null, settled_at = :now
                                 where id = :id and claims = :claims and state = 'SENDING'
                                """)
                        .param("state", state)
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .param("id", claim.id())
                        .param("claims", claim.claims())
                        .update()
                == 1;
    }

    void putOff(Claim claim, String reason, Instant due) {
        db.sql(
                        """
                        update exchange_out
                           set state = 'WAITING', tries = tries + 1, reason = :reason, due_at = :due, lease_until = null
                         where id = :id and claims = :claims and state = 'SENDING'
                        """)
                .param("reason", reason)
                .param("due", Timestamp.from(due))
                .param("id", claim.id())
                .param("claims", claim.claims())
                .update();
    }

    int waiting(String peer) {
        return db.sql("select count(*) from exchange_out where peer = :peer and state in ('WAITING', 'SENDING')")
                .param("peer", peer)
                .query(Integer.class)
                .single();
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        var body = row.getObject("body_id", UUID.class);
        return new Claim(
                row.getObject("id", UUID.class),
                row.getString("peer"),
                row.getObject("matter_id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                body == null ? null : new WordsId(body),
                row.getInt("tries"),
                row.getInt("claims"));
    }
}
