package org.minyi.responsibility;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of verdicts, objections and accountability. SQL lives here and nowhere else in this room. */
@Repository
class ResponsibilityTables implements MatterWords {

    private static final String RESPONSIBILITY =
            """
            select id, matter_id, number, round, unit_code, officer, verdict, score, confirmed_by, confirmed_at, finding_id,
                   grounds_id, state, final_verdict, final_score, effective_at
              from responsibility
            """;

    private final JdbcClient db;
    private final Evidence evidence;

    ResponsibilityTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** False when this respondent has a verdict in this matter already. */
    boolean insert(Responsibility one) {
        var isNew = db.sql(
                                """
                                insert into responsibility (id, matter_id, number, round, unit_code, officer, verdict, score,
                                       confirmed_by, confirmed_at, finding_id, grounds_id)
                                values (:id, :matter, :number, :round, :unit, :officer, :verdict, :score, :by, :at, :finding,
                                       :grounds)
                                    on conflict (matter_id, unit_code, officer) do nothing
                                """)
                        .param("id", one.id().value())
                        .param("matter", one.matter())
                        .param("number", one.number())
                        .param("round", one.round())
                        .param("unit", one.unit().value())
                        .param("officer", one.named().orElse(""))
                        .param("verdict", one.confirmed().verdict().name())
                        .param("score", one.confirmed().score())
                        .param("by", one.confirmedBy())
                        .param("at", Timestamp.from(one.confirmedAt()))
                        .param("finding", value(one.finding()), Types.OTHER)
                        .param("grounds", value(one.grounds()), Types.OTHER)
                        .update()
                == 1;
        if (isNew) {
            keep(Deed.VERDICT_CONFIRMED, one.confirmedBy(), one, one.confirmed());
        }
        return isNew;
    }

    /** Once; false when somebody objected already, or it is too late. */
    boolean object(Responsibility one, String by, Instant at, WordsId words) {
        var isNew = db.sql("update responsibility set state = 'OBJECTED' where id = :id and state = 'NOTIFIED'")
                        .param("id", one.id().value())
                        .update()
                == 1;
        if (isNew) {
            db.sql(
                            """
                            insert into objection (responsibility_id, raised_by, raised_at, words_id)
                            values (:id, :by, :at, :words)
                            """)
                    .param("id", one.id().value())
                    .param("by", by)
                    .param("at", Timestamp.from(at))
                    .param("words", words.value())
                    .update();
            keep(Deed.OBJECTION_RAISED, by, one, one.confirmed());
        }
        return isNew;
    }

    /** Judges once; what is judged stays judged. */
    void judge(Responsibility one, Objection.Outcome outcome, String by, Instant at, WordsId words, Judgement instead) {
        var judged = db.sql(
                        """
                        update objection
                           set outcome = :outcome, judged_by = :by, judged_at = :at, judged_words_id = :words,
                               verdict = :verdict, score = :score
                         where responsibility_id = :id and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("words", words.value())
                .param("verdict", instead == null ? null : instead.verdict().name())
                .param("score", instead == null ? null : instead.score())
                .param("id", one.id().value())
                .update();
        if (judged != 1) {
            throw new IllegalStateException("the objection to " + one.id() + " is judged already");
        }
        evidence.keep(fact(Deed.OBJECTION_JUDGED, by, one, instead == null ? one.confirmed() : instead)
                .with("outcome", outcome));
    }

    /** Once; asked again nothing changes. */
    void settle(Responsibility one, Judgement settled, Instant at) {
        var isNew = db.sql(
                                """
                                update responsibility
                                   set state = 'EFFECTIVE', final_verdict = :verdict, final_score = :score, effective_at = :at
                                 where id = :id and state <> 'EFFECTIVE'
                                """)
                        .param("verdict", settled.verdict().name())
                        .param("score", settled.score())
                        .param("at", Timestamp.from(at))
                        .param("id", one.id().value())
                        .update()
                == 1;
        if (isNew) {
            keep(Deed.VERDICT_EFFECTIVE, Fact.MINYI, one, settled);
        }
    }

    void open(Responsibility one, Instant at) {
        db.sql(
                        """
                        insert into accountability (responsibility_id, opened_at) values (:id, :at)
                            on conflict do nothing
                        """)
                .param("id", one.id().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void hold(Responsibility one, Accountability.Measure measure, String by, Instant at, WordsId words) {
        db.sql(
                        """
                        update accountability set measure = :measure, dealt_by = :by, dealt_at = :at, words_id = :words
                         where responsibility_id = :id
                        """)
                .param("measure", measure.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("words", words.value())
                .param("id", one.id().value())
                .update();
        evidence.keep(fact(Deed.HELD_ACCOUNTABLE, by, one, one.settled()).with("measure", measure));
    }

    private void keep(Deed deed, String by, Responsibility one, Judgement judgement) {
        evidence.keep(fact(deed, by, one, judgement));
    }

    private static Fact fact(Deed deed, String by, Responsibility one, Judgement judgement) {
        return Fact.of(deed, by)
                .about(one.matter())
                .with("responsibility", one.id())
                .with("unit", one.unit())
                .witness("officer", one.officer())
                .with("verdict", judgement.verdict())
                .with("score", judgement.score());
    }

    Responsibility get(ResponsibilityId id) {
        return db.sql(RESPONSIBILITY + "where id = :id")
                .param("id", id.value())
                .query(ResponsibilityTables::responsibility)
                .single();
    }

    List<Responsibility> about(UUID matter) {
        return db.sql(RESPONSIBILITY + "where matter_id = :matter order by officer, id")
                .param("matter", matter)
                .query(ResponsibilityTables::responsibility)
                .list();
    }

    List<Responsibility> effective(Instant from, Instant to) {
        return db.sql(RESPONSIBILITY + "where effective_at >= :from and effective_at < :to order by effective_at, id")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(ResponsibilityTables::responsibility)
                .list();
    }

    Optional<Objection> objection(ResponsibilityId id) {
        return db.sql(
                        """
                        select responsibility_id, raised_by, raised_at, words_id, outcome, judged_by, judged_at,
                               judged_words_id, verdict, score
                          from objection where responsibility_id = :id
                        """)
                .param("id", id.value())
                .query(ResponsibilityTables::objection)
                .optional();
    }

    Optional<Accountability> accountability(ResponsibilityId id) {
        return db.sql(
                        """
                        select responsibility_id, opened_at, measure, dealt_by, dealt_at, words_id
                          from accountability where responsibility_id = :id
                        """)
                .param("id", id.value())
                .query((row, at) -> new Accountability(
                        new ResponsibilityId(row.getObject("responsibility_id", UUID.class)),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("measure") == null
                                ? null
                                : Accountability.Measure.valueOf(row.getString("measure")),
                        row.getString("dealt_by"),
                        instant(row, "dealt_at"),
                        words(row, "words_id")))
                .optional();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select o.words_id from objection o join responsibility r on r.id = o.responsibility_id
                         where r.matter_id = any(:matters::uuid[])
                        union
                        select o.judged_words_id from objection o join responsibility r on r.id = o.responsibility_id
                         where r.matter_id = any(:matters::uuid[]) and o.judged_words_id is not null
                        union
                        select a.words_id from accountability a join responsibility r on r.id = a.responsibility_id
                         where r.matter_id = any(:matters::uuid[]) and a.words_id is not null
                        """)
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> words(row, "words_id"))
                .list();
    }

    private static Responsibility responsibility(ResultSet row, int number) throws SQLException {
        var officer = row.getString("officer");
        return new Responsibility(
                new ResponsibilityId(row.getObject("id", UUID.class)),
                row.getObject("matter_id", UUID.class),
                row.getString("number"),
                row.getInt("round"),
                new UnitCode(row.getString("unit_code")),
                officer.isEmpty() ? null : officer,
                judgement(row, "verdict", "score"),
                row.getString("confirmed_by"),
                row.getTimestamp("confirmed_at").toInstant(),
                words(row, "finding_id"),
                words(row, "grounds_id"),
                Responsibility.State.valueOf(row.getString("state")),
                judgement(row, "final_verdict", "final_score"),
                instant(row, "effective_at"));
    }

    private static Objection objection(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new Objection(
                new ResponsibilityId(row.getObject("responsibility_id", UUID.class)),
                row.getString("raised_by"),
                row.getTimestamp("raised_at").toInstant(),
                words(row, "words_id"),
                outcome == null ? null : Objection.Outcome.valueOf(outcome),
                row.getString("judged_by"),
                instant(row, "judged_at"),
                words(row, "judged_words_id"),
                judgement(row, "verdict", "score"));
    }

    private static Judgement judgement(ResultSet row, String verdict, String score) throws SQLException {
        var found = row.getString(verdict);
        return found == null ? null : new Judgement(Verdict.valueOf(found), row.getInt(score));
    }

    private static WordsId words(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new WordsId(id);
    }

    private static UUID value(WordsId words) {
        return words == null ? null : words.value();
    }
}
