package org.minyi.channel.sms;

import static org.minyi.sql.Columns.texts;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.minyi.citizen.WordsId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came in and is not a whole message yet, and what was heard already. */
@Repository
class IncomingTables {

    private final JdbcClient db;

    IncomingTables(JdbcClient db) {
        this.db = db;
    }

    /** What the parts of one message have in common. */
    record Whole(String link, LineId line, String extension, int reference, int parts) {}

    /** A part as it lies here; its bytes are in the words book. */
    record Kept(Whole whole, int place, Charset charset, WordsId words, Instant cameAt) {}

    // --- heard already ---

    /** Those that were not heard since then; from now on they are. */
    Set<String> unheard(Collection<String> what, Instant since, Instant now) {
        return new HashSet<>(db.sql(
                        """
                        insert into sms_heard as h (what, heard_at)
                        select distinct w, :now::timestamptz from unnest(:what::text[]) w order by w
                        on conflict (what) do update set heard_at = excluded.heard_at where h.heard_at < :since
                        returning what
                        """)
                .param("what", texts(what, one -> one))
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list());
    }

    void forgetHeardBefore(Instant limit) {
        db.sql("delete from sms_heard where heard_at < :limit")
                .param("limit", Timestamp.from(limit))
                .update();
    }

    // --- parts ---

    /** Keeps a part; answers false for one that is here already. */
    boolean keep(IncomingPart part, LineId line, WordsId words) {
        return db.sql(
                                """
                        insert into sms_incoming_part
                               (link, line_id, extension, reference, parts, place, charset, words_id, came_at)
                        values (:link, :line, :extension, :reference, :parts, :place, :charset, :words, :now)
                        on conflict do nothing
                        """)
                        .param("link", part.link())
                        .param("line", line.value())
                        .param("extension", part.extension())
                        .param("reference", part.reference())
                        .param("parts", part.parts())
                        .param("place", part.place())
                        .param("charset", part.charset().name())
                        .param("words", words.value())
                        .param("now", Timestamp.from(part.receivedAt()))
                        .update()
                == 1;
    }

    /** The unread parts of messages that are whole, or whose last part came before then; they are read from now on. */
    List<Kept> takeWholeOrOlder(Instant limit, Instant now) {
        return db.sql(
                        """
                        with ready as (
                          select link, line_id, extension, reference, parts from sms_incoming_part
                           where read_at is null
                           group by link, line_id, extension, reference, parts
                          having count(*) = parts or max(came_at) < :limit
                        )
                        update sms_incoming_part p set read_at = :now
                          from ready r
                         where p.link = r.link and p.line_id = r.line_id and p.extension = r.extension
                           and p.reference = r.reference and p.parts = r.parts and p.read_at is null
                        returning p.*
                        """)
                .param("limit", Timestamp.from(limit))
                .param("now", Timestamp.from(now))
                .query(IncomingTables::kept)
                .list();
    }

    boolean anyUnread() {
        return db.sql("select exists (select from sms_incoming_part where read_at is null)")
                .query(Boolean.class)
                .single();
    }

    void forgetReadBefore(Instant limit) {
        db.sql("delete from sms_incoming_part where read_at < :limit")
                .param("limit", Timestamp.from(limit))
                .update();
    }

    private static Kept kept(ResultSet row, int rowNumber) throws SQLException {
        return new Kept(
                new Whole(
                        row.getString("link"),
                        new LineId(row.getObject("line_id", UUID.class)),
                        row.getString("extension"),
                        row.getInt("reference"),
                        row.getInt("parts")),
                row.getInt("place"),
                Charset.forName(row.getString("charset")),
                new WordsId(row.getObject("words_id", UUID.class)),
                row.getTimestamp("came_at").toInstant());
    }
}
