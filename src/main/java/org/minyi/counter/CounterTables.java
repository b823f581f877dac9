package org.minyi.counter;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

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
import org.minyi.complaint.ComplaintId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of receipts and enquiries. SQL lives here and nowhere else in this room. */
@Repository
class CounterTables implements MatterWords {

    private static final String ENQUIRY =
            "select id, matter_id, asked_at, words_id, answered_at, answered_by, answer_words_id from enquiry ";

    private final JdbcClient db;

    CounterTables(JdbcClient db) {
        this.db = db;
    }

    /** Keeps the hash of a receipt; false when another matter has the same. */
    boolean insertReceipt(byte[] hash, ComplaintId matter, Instant now) {
        db.sql(
                        "insert into receipt (code_hash, matter_id, made_at) values (:hash, :matter, :now) on conflict do nothing")
                .param("hash", hash)
                .param("matter", matter.value())
                .param("now", Timestamp.from(now))
                .update();
        return matterOf(hash).filter(matter::equals).isPresent();
    }

    Optional<ComplaintId> matterOf(byte[] hash) {
        return db.sql("select matter_id from receipt where code_hash = :hash")
                .param("hash", hash)
                .query((row, at) -> new ComplaintId(row.getObject("matter_id", UUID.class)))
                .optional();
    }

    void insert(EnquiryId id, ComplaintId matter, WordsId words, Instant now) {
        db.sql("insert into enquiry (id, matter_id, asked_at, words_id) values (:id, :matter, :now, :words)")
                .param("id", id.value())
                .param("matter", matter.value())
                .param("now", Timestamp.from(now))
                .param("words", words.value())
                .update();
    }

    /** False when somebody answered before. */
    boolean answer(EnquiryId id, String by, WordsId words, Instant now) {
        return db.sql(
                                """
                                update enquiry set answered_at = :now, answered_by = :by, answer_words_id = :words
                                 where id = :id and answered_at is null
                                """)
                        .param("id", id.value())
                        .param("by", by)
                        .param("words", words.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Enquiry> find(EnquiryId id) {
        return db.sql(ENQUIRY + "where id = :id")
                .param("id", id.value())
                .query(CounterTables::enquiry)
                .optional();
    }

    List<Enquiry> about(UUID matter) {
        return db.sql(ENQUIRY + "where matter_id = :matter order by asked_at, id")
                .param("matter", matter)
                .query(CounterTables::enquiry)
                .list();
    }

    /** Makes whoever asks about the same matter at the same moment take turns, until the transaction ends. */
    void oneAtATime(UUID matter) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:matter, 196))")
                .param("matter", matter.toString())
                .query(row -> {});
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select words_id from enquiry where matter_id = any(:matters::uuid[])
                        union
                        select answer_words_id from enquiry
                         where matter_id = any(:matters::uuid[]) and answer_words_id is not null
                        """)
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    private static Enquiry enquiry(ResultSet row, int number) throws SQLException {
        var answer = row.getObject("answer_words_id", UUID.class);
        return new Enquiry(
                new EnquiryId(row.getObject("id", UUID.class)),
                row.getObject("matter_id", UUID.class),
                instant(row, "asked_at"),
                new WordsId(row.getObject("words_id", UUID.class)),
                instant(row, "answered_at"),
                row.getString("answered_by"),
                answer == null ? null : new WordsId(answer));
    }
}
