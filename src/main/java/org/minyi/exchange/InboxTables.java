package org.minyi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsId;
import org.minyi.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came from peers, in the order each side counts. */
@Repository
class InboxTables implements MatterWords {

    private final JdbcClient db;

    InboxTables(JdbcClient db) {
        this.db = db;
    }

    /**
     * A message that came.
     *
     * @param body null once forgotten
     */
    record Kept(UUID id, String peer, String reference, int sequence, MessageKind kind, WordsId body, int tries) {}

    /** False when there is a message of this id, or of this number in this matter. */
    boolean insert(UUID id, String peer, Envelope envelope, WordsId body, Instant now) {
        return db.sql(
                                """
                                insert into exchange_in (id, peer, message_id, reference, sequence, kind, written_at, stored_at,
                                                         body_id, due_at, matter_id)
                                values (:id, :peer, :message, :reference, :sequence, :kind, :written, :now, :body, :now,
                                        (select matter_id from exchange_matter
                                          where peer = :peer and reference = :reference))
                                    on conflict do nothing
                                """)
                        .param("id", id)
                        .param("peer", peer)
                        .param("message", envelope.id())
                        .param("reference", envelope.reference())
                        .param("sequence", envelope.sequence())
                        .param("kind", envelope.kind().name())
                        .param("written", Timestamp.from(envelope.time()))
                        .param("now", Timestamp.from(now))
                        .param("body", body.value())
                        .update()
                == 1;
    }

    Optional<Kept> find(String peer, String messageId) {
        return db.sql(
                        """
                        select id, peer, reference, sequence, kind, body_id, tries from exchange_in
                         where peer = :peer and message_id = :message
                        """)
                .param("peer", peer)
                .param("message", messageId)
                .query(InboxTables::kept)
                .optional();
    }

    /** Matters of peers in which a message may be applied, or waits longer than since then for one before it. */
    List<MatterName> withSomethingDue(Instant now, Instant since) {
        return db.sql(
                        """
                        select distinct i.peer, i.reference
                          from exchange_in i join exchange_matter m on m.peer = i.peer and m.reference = i.reference
                         where i.state = 'WAITING' and i.due_at <= :now
                           and (i.forced or i.sequence <= m.next_in or i.stored_at <= :since)
                        """)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(since))
                .query((row, number) -> new MatterName(row.getString("peer"), row.getString("reference")))
                .list();
    }

    /** A matter as a peer calls it. */
    record MatterName(String peer, String reference) {}

    /** What is applied next: what somebody wants applied, else what is next in order. */
    Optional<Kept> next(MatterLink link, Instant now) {
        return db.sql(
                        """
                        select id, peer, reference, sequence, kind, body_id, tries from exchange_in
                         where peer = :peer and reference = :reference and state = 'WAITING' and due_at <= :now
                           and (forced or sequence = :next)
                         order by sequence limit 1
                        """)
                .param("peer", link.peer())
                .param("reference", link.reference())
                .param("now", Timestamp.from(now))
                .param("next", link.nextIn())
                .query(InboxTables::kept)
                .optional();
    }

    /**
     * The first that comes too late, or has waited longer than since then for one before it that is neither here nor on a
     * desk.
     */
    Optional<Kept> outOfOrder(MatterLink link, Instant since) {
        return db.sql(
                        """
                        select id, peer, reference, sequence, kind, body_id, tries from exchange_in i
                         where peer = :peer and reference = :reference and state = 'WAITING' and not forced
                           and (sequence < :next
                             or (sequence > :next and stored_at <= :since
                                 and not exists (select from exchange_in b
                                                  where b.peer = i.peer and b.reference = i.reference
                                                    and b.sequence >= :next and b.sequence < i.sequence)))
                         order by sequence limit 1
                        """)
                .param("peer", link.peer())
                .param("reference", link.reference())
                .param("next", link.nextIn())
                .param("since", Timestamp.from(since))
                .query(InboxTables::kept)
                .optional();
    }

    void applied(UUID id, UUID matter, WordsId words, Instant now) {
        db.sql(
                        """
                        update exchange_in
                           set state = 'APPLIED', reason = null, matter_id = :matter, words_id = coalesce(:words, words_id),
                               settled_at = :now
                         where id = :id
                        """)
                .param("matter", matter)
                .param("words", words == null ? null : words.value(), java.sql.Types.OTHER)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void putOff(UUID id, String reason, Instant due) {
        db.sql("update exchange_in set tries = tries + 1, reason = :reason, due_at = :due where id = :id")
                .param("reason", reason)
                .param("due", Timestamp.from(due))
                .param("id", id)
                .update();
    }

    void dead(UUID id, String reason, WordsId words) {
        db.sql(
                        """
                        update exchange_in set state = 'DEAD', reason = :reason, words_id = coalesce(:words, words_id)
                         where id = :id
                        """)
                .param("reason", reason)
                .param("words", words == null ? null : words.value(), java.sql.Types.OTHER)
                .param("id", id)
                .update();
    }

    /** The bodies of messages that never belonged to a matter; with this call they are let go of. */
    List<WordsId> letGoOfStrangers(Instant before, int atMost) {
        return db.sql(
                        """
                        with old as (select id, body_id from exchange_in
                                      where matter_id is null and body_id is not null and stored_at < :before
                                      order by stored_at limit :most for update)
                        update exchange_in i set body_id = null from old where old.id = i.id
                        returning old.body_id
                        """)
                .param("before", Timestamp.from(before))
                .param("most", atMost)
                .query((row, number) -> new WordsId(row.getObject("body_id", UUID.class)))
                .list();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select word from exchange_in i,
                               lateral (values (i.body_id), (i.words_id), (i.decided_words_id)) as said (word)
                         where i.matter_id = any(:matters::uuid[]) and word is not null
                        union
                        select word from exchange_out o,
                               lateral (values (o.body_id), (o.decided_words_id)) as said (word)
                         where o.matter_id = any(:matters::uuid[]) and word is not null
                        """)
                .param("matters", Columns.texts(matters, matter -> matter))
                .query((row, at) -> new WordsId(row.getObject("word", UUID.class)))
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var body = row.getObject("body_id", UUID.class);
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("peer"),
                row.getString("reference"),
                row.getInt("sequence"),
                MessageKind.valueOf(row.getString("kind")),
                body == null ? null : new WordsId(body),
                row.getInt("tries"));
    }
}
