package org.minyi.notice;

import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of official documents and of what stands in them. SQL lives in this room's repositories alone. */
@Repository
class NoticeTables implements Involvement {

    private static final String NOTICE =
            """
            select id, kind, year, number, code, unit_code, matter_id, round, reason, about, issued_at from notice
            """;

    private final JdbcClient db;
    private final Evidence evidence;

    NoticeTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** Whoever else issues this kind waits until our transaction ends. */
    void lockCounter(Kind kind, int year) {
        db.sql(
                        """
                        insert into notice_counter as counter (kind, year, last)
                        values (:kind, :year, 0)
                            on conflict (kind, year) do update set last = counter.last
                        """)
                .param("kind", kind.name())
                .param("year", year)
                .update();
    }

    int nextNumber(Kind kind, int year) {
        return db.sql(
                        """
                        update notice_counter set last = last + 1
                         where kind = :kind and year = :year
                        returning last
                        """)
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void insert(Notice notice, NewNotice wanted) {
        db.sql(
                        """
                        insert into notice (id, kind, year, number, code, unit_code, matter_id, round, reason, about,
                                            issued_at, matter_number, matter_title, person_id)
                        values (:id, :kind, :year, :number, :code, :unit, :matter, :round, :reason, :about,
                                :issued, :matterNumber, :matterTitle, :person)
                        """)
                .param("id", notice.id().value())
                .param("kind", notice.kind().name())
                .param("year", notice.year())
                .param("number", notice.number())
                .param("code", notice.code())
                .param("unit", notice.unit().value())
                .param("matter", notice.matter())
                .param("round", notice.round())
                .param("reason", notice.reason())
                .param("about", notice.about())
                .param("issued", Timestamp.from(notice.issuedAt()))
                .param("matterNumber", wanted.matter().number(), Types.VARCHAR)
                .param("matterTitle", wanted.matter().title(), Types.VARCHAR)
                .param("person", id(wanted.matter().person()), Types.OTHER)
                .update();
        wanted.facts().forEach((name, value) -> insertFact(notice, name, value));
        wanted.words().forEach((name, words) -> insertWords(notice, name, words));
        for (var place = 0; place < wanted.duties().size(); place++) {
            insertDuty(notice, place, wanted.duties().get(place));
        }
        evidence.keep(Fact.of(Deed.NOTICE_ISSUED, Fact.MINYI)
                .about(notice.matter())
                .with("id", notice.id())
                .with("kind", notice.kind())
                .with("year", notice.year())
                .with("number", notice.number())
                .with("unit", notice.unit().value())
                .with("round", notice.round())
                .witness("reason", notice.reason())
                .witness("about", notice.about()));
    }

    private void insertFact(Notice notice, String name, String value) {
        db.sql("insert into notice_fact (notice_id, name, value) values (:notice, :name, :value)")
                .param("notice", notice.id().value())
                .param("name", name)
                .param("value", value)
                .update();
    }

    private void insertWords(Notice notice, String name, WordsId words) {
        db.sql("insert into notice_words (notice_id, name, words_id) values (:notice, :name, :words)")
                .param("notice", notice.id().value())
                .param("name", name)
                .param("words", words.value())
                .update();
    }

    private void insertDuty(Notice notice, int place, Duty duty) {
        db.sql(
                        """
                        insert into notice_duty (notice_id, place, words_id, unit_code, due_at)
                        values (:notice, :place, :words, :unit, :due)
                        """)
                .param("notice", notice.id().value())
                .param("place", place)
                .param("words", duty.what().value())
                .param("unit", duty.unit().value())
                .param("due", Timestamp.from(duty.due()))
                .update();
    }

    Optional<Notice> find(NewNotice wanted) {
        return db.sql(
                        NOTICE
                                + """
                 where kind = :kind and matter_id = :matter and round = :round and reason = :reason and about = :about
                """)
                .param("kind", wanted.kind().name())
                .param("matter", wanted.matter().id())
                .param("round", wanted.round())
                .param("reason", wanted.reason())
                .param("about", wanted.about())
                .query(NoticeTables::notice)
                .optional();
    }

    Optional<Notice> find(NoticeId id) {
        return db.sql(NOTICE + " where id = :id")
                .param("id", id.value())
                .query(NoticeTables::notice)
                .optional();
    }

    List<Notice> of(UUID matter) {
        return db.sql(NOTICE + " where matter_id = :matter order by issued_at, number")
                .param("matter", matter)
                .query(NoticeTables::notice)
                .list();
    }

    /** How many were issued in the same matter and round before this one. */
    int before(Notice notice) {
        return db.sql(
                        """
                        select count(*) from notice
                         where matter_id = :matter and round = :round and id <> :id and issued_at <= :issued
                        """)
                .param("matter", notice.matter())
                .param("round", notice.round())
                .param("id", notice.id().value())
                .param("issued", Timestamp.from(notice.issuedAt()))
                .query(Integer.class)
                .single();
    }

    boolean isReceivedBy(String viewer, NoticeId id) {
        return db.sql("select minyi.receives_notice(:viewer, :id)")
                .param("viewer", viewer)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** What was said of the matter when it was issued. */
    NewNotice.Matter matterOf(NoticeId id) {
        return db.sql("select matter_id, matter_number, matter_title, person_id from notice where id = :id")
                .param("id", id.value())
                .query((row, number) -> new NewNotice.Matter(
                        row.getObject("matter_id", UUID.class),
                        row.getString("matter_number"),
                        row.getString("matter_title"),
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .map(PersonId::new)
                                .orElse(null),
                        null,
                        null,
                        null,
                        null))
                .single();
    }

    Map<String, String> factsOf(NoticeId id) {
        var facts = new HashMap<String, String>();
        db.sql("select name, value from notice_fact where notice_id = :id")
                .param("id", id.value())
                .query(row -> {
                    facts.put(row.getString("name"), row.getString("value"));
                });
        return facts;
    }

    Map<String, WordsId> wordsOf(NoticeId id) {
        var words = new HashMap<String, WordsId>();
        db.sql("select name, words_id from notice_words where notice_id = :id")
                .param("id", id.value())
                .query(row -> {
                    words.put(row.getString("name"), new WordsId(row.getObject("words_id", UUID.class)));
                });
        return words;
    }

    List<Duty> dutiesOf(NoticeId id) {
        return db.sql("select words_id, unit_code, due_at from notice_duty where notice_id = :id order by place")
                .param("id", id.value())
                .query((row, number) -> new Duty(
                        new WordsId(row.getObject("words_id", UUID.class)),
                        new UnitCode(row.getString("unit_code")),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    /** A document needs nobody: what had to be taken out of it is gone when it is made, or the words are. */
    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return Set.of();
    }

    /** What stands in documents, and what was written when they were served. */
    @Override
    public Collection<WordsId> wordsAbout(Collection<PersonId> persons) {
        return db.sql(
                        """
                        with theirs as (select id from notice where person_id = any(:persons::uuid[]))
                        select words_id from notice_words where notice_id in (select id from theirs)
                        union
                        select words_id from notice_duty where notice_id in (select id from theirs)
                        union
                        select words_id from notice_delivery
                         where notice_id in (select id from theirs) and words_id is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .query((row, number) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    private static UUID id(PersonId person) {
        return person == null ? null : person.value();
    }

    private static Notice notice(ResultSet row, int rowNumber) throws SQLException {
        return new Notice(
                new NoticeId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("code"),
                new UnitCode(row.getString("unit_code")),
                row.getObject("matter_id", UUID.class),
                row.getInt("round"),
                row.getString("reason"),
                row.getString("about"),
                row.getTimestamp("issued_at").toInstant());
    }
}
