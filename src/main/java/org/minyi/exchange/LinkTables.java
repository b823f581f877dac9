package org.minyi.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.minyi.complaint.ComplaintId;
import org.minyi.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which matter of a peer is which of ours, and how far both sides have counted. */
@Repository
class LinkTables {

    private static final String LINK =
            "select peer, reference, matter_id, due_at, no_callback, returns, next_in from exchange_matter where ";

    private final JdbcClient db;

    LinkTables(JdbcClient db) {
        this.db = db;
    }

    void open(String peer, String reference) {
        db.sql("insert into exchange_matter (peer, reference) values (:peer, :reference) on conflict do nothing")
                .param("peer", peer)
                .param("reference", reference)
                .update();
    }

    Optional<MatterLink> of(UUID matter) {
        return db.sql(LINK + "matter_id = :matter")
                .param("matter", matter)
                .query(LinkTables::link)
                .optional();
    }

    Optional<MatterLink> of(String peer, String reference) {
        return db.sql(LINK + "peer = :peer and reference = :reference")
                .param("peer", peer)
                .param("reference", reference)
                .query(LinkTables::link)
                .optional();
    }

    /** Held until the transaction ends; empty where another node has it in hand. */
    Optional<MatterLink> lock(String peer, String reference) {
        return db.sql(LINK + "peer = :peer and reference = :reference for no key update skip locked")
                .param("peer", peer)
                .param("reference", reference)
                .query(LinkTables::link)
                .optional();
    }

    /** The matter is this one of ours from now on. */
    void begin(MatterLink link, ComplaintId matter, int returns) {
        db.sql(
                        """
                        update exchange_matter set matter_id = :matter, returns = :returns
                         where peer = :peer and reference = :reference
                        """)
                .param("matter", matter.value())
                .param("returns", returns)
                .param("peer", link.peer())
                .param("reference", link.reference())
                .update();
    }

    /** What the peer said of its own limit and of calling the person; what it does not say stays. */
    void note(MatterLink link, Instant dueAt, boolean noCallback) {
        db.sql(
                        """
                        update exchange_matter
                           set due_at = coalesce(:due, due_at), no_callback = no_callback or :quiet
                         where peer = :peer and reference = :reference
                        """)
                .param("due", dueAt == null ? null : Timestamp.from(dueAt), Types.TIMESTAMP)
                .param("quiet", noCallback)
                .param("peer", link.peer())
                .param("reference", link.reference())
                .update();
    }

    /** What comes before is not waited for any more. */
    void goOnAfter(String peer, String reference, int sequence) {
        db.sql(
                        """
                        update exchange_matter set next_in = greatest(next_in, :next)
                         where peer = :peer and reference = :reference
                        """)
                .param("next", sequence + 1)
                .param("peer", peer)
                .param("reference", reference)
                .update();
    }

    /** The number of our next message about it; the row is held until the transaction ends, so none is left out. */
    int count(MatterLink link) {
        return db.sql(
                        """
                        update exchange_matter set next_out = next_out + 1
                         where peer = :peer and reference = :reference
                        returning next_out - 1
                        """)
                .param("peer", link.peer())
                .param("reference", link.reference())
                .query(Integer.class)
                .single();
    }

    private static MatterLink link(ResultSet row, int number) throws SQLException {
        var matter = row.getObject("matter_id", UUID.class);
        return new MatterLink(
                row.getString("peer"),
                row.getString("reference"),
                matter == null ? null : new ComplaintId(matter),
                Columns.instant(row, "due_at"),
                row.getBoolean("no_callback"),
                row.getInt("returns"),
                row.getInt("next_in"));
    }
}
