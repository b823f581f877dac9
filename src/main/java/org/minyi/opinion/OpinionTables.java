package org.minyi.opinion;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of opinions and their answers. SQL lives here and nowhere else in this room. */
@Repository
class OpinionTables implements MatterWords {

    private static final String OPINION =
            "select id, matter_id, raised_by, raised_at, unit_code, words_id, state from opinion where ";

    private final JdbcClient db;

    OpinionTables(JdbcClient db) {
        this.db = db;
    }

    /** False when the same person waits for an answer about this matter already. */
    boolean insert(Opinion opinion) {
        return db.sql(
                                """
                                insert into opinion (id, matter_id, raised_by, raised_at, unit_code, words_id)
                                values (:id, :matter, :by, :at, :unit, :words)
                                on conflict (matter_id, raised_by) where state <> 'SETTLED' do nothing
                                """)
                        .param("id", opinion.id().value())
                        .param("matter", opinion.matter())
                        .param("by", opinion.raisedBy())
                        .param("at", Timestamp.from(opinion.raisedAt()))
                        .param("unit", opinion.unit().value())
                        .param("words", opinion.words().value())
                        .update()
                == 1;
    }

    void answer(OpinionId id, String by, Instant at, WordsId words) {
        move(id, Opinion.State.RAISED, Opinion.State.ANSWERED);
        db.sql(
                        """
                        insert into opinion_answer (opinion_id, place, answered_by, answered_at, words_id)
                        values (:id, (select count(*) from opinion_answer where opinion_id = :id), :by, :at, :words)
                        """)
                .param("id", id.value())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("words", words.value())
                .update();
    }

    void judge(OpinionId id, boolean accepted, String by, Instant at, WordsId words) {
        move(id, Opinion.State.ANSWERED, accepted ? Opinion.State.SETTLED : Opinion.State.RAISED);
        db.sql(
                        """
                        update opinion_answer
                           set accepted = :accepted, judged_by = :by, judged_at = :at, judged_words_id = :words
                         where opinion_id = :id and accepted is null
                        """)
                .param("accepted", accepted)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("words", words == null ? null : words.value(), Types.OTHER)
                .param("id", id.value())
                .update();
    }

    /** This unit answers from now on. */
    void address(OpinionId id, UnitCode unit) {
        db.sql("update opinion set unit_code = :unit where id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .update();
    }

    private void move(OpinionId id, Opinion.State from, Opinion.State to) {
        var moved = db.sql("update opinion set state = :to where id = :id and state = :from")
                .param("to", to.name())
                .param("id", id.value())
                .param("from", from.name())
                .update();
        if (moved != 1) {
            throw new IllegalStateException("opinion %s is not %s".formatted(id, from));
        }
    }

    Opinion get(OpinionId id) {
        return db.sql(OPINION + "id = :id")
                .param("id", id.value())
                .query(this::opinion)
                .single();
    }

    List<Opinion> about(UUID matter) {
        return db.sql(OPINION + "matter_id = :matter order by id")
                .param("matter", matter)
                .query(this::opinion)
                .list();
    }

    boolean waits(UUID matter, String user) {
        return db.sql(
                        """
                        select exists (select from opinion
                                        where matter_id = :matter and raised_by = :user and state <> 'SETTLED')
                        """)
                .param("matter", matter)
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    Set<UUID> supervised(Collection<UUID> matters) {
        return new HashSet<>(
                db.sql("select matter_id from opinion where matter_id = any(:matters::uuid[]) and state <> 'SETTLED'")
                        .param("matters", texts(matters, matter -> matter))
                        .query(UUID.class)
                        .list());
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select word from opinion o
                          left join opinion_answer a on a.opinion_id = o.id,
                          lateral (values (o.words_id), (a.words_id), (a.judged_words_id)) as said (word)
                         where o.matter_id = any(:matters::uuid[]) and word is not null
                        """)
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> words(row, "word"))
                .list();
    }

    private Opinion opinion(ResultSet row, int number) throws SQLException {
        var id = new OpinionId(row.getObject("id", UUID.class));
        return new Opinion(
                id,
                row.getObject("matter_id", UUID.class),
                row.getString("raised_by"),
                row.getTimestamp("raised_at").toInstant(),
                new UnitCode(row.getString("unit_code")),
                words(row, "words_id"),
                Opinion.State.valueOf(row.getString("state")),
                answers(id));
    }

    private List<Opinion.Answer> answers(OpinionId id) {
        return db.sql(
                        """
                        select answered_by, answered_at, words_id, accepted, judged_by, judged_at, judged_words_id
                          from opinion_answer where opinion_id = :id order by place
                        """)
                .param("id", id.value())
                .query((row, at) -> new Opinion.Answer(
                        row.getString("answered_by"),
                        row.getTimestamp("answered_at").toInstant(),
                        words(row, "words_id"),
                        row.getObject("accepted", Boolean.class),
                        row.getString("judged_by"),
                        instant(row, "judged_at"),
                        words(row, "judged_words_id")))
                .list();
    }

    private static WordsId words(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new WordsId(id);
    }
}
