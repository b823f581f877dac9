package org.minyi.question;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.sql.PlannerStatistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of questions and replies, spoken to in sets. SQL lives here and nowhere else in this room. */
@Repository
class QuestionTables implements Involvement {

    private static final String QUESTION =
            """
            select q.id, q.subject, q.subject_id, q.round, q.batch_id, q.person_id, q.line_id, q.code, q.reminder_id,
                   q.state, q.answer, q.words_id, q.answered_at, a.asked_at, a.closes_at
              from question q join asking a on a.batch_id = q.batch_id
            """;

    private final JdbcClient db;
    private final PlannerStatistics statistics;
    private final Evidence evidence;

    QuestionTables(JdbcClient db, PlannerStatistics statistics, Evidence evidence) {
        this.evidence = evidence;
        this.db = db;
        this.statistics = statistics;
    }

    // --- askings and texts ---

    void plan(UUID batch, Instant now) {
        db.sql(
                        "insert into asking (batch_id, state, planned_at) values (:batch, 'PLANNED', :now) on conflict do nothing")
                .param("batch", batch)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** False when the batch was asked before, or withdrawn. */
    boolean ask(UUID batch, Instant now, Instant closesAt) {
        return db.sql(
                                """
                                update asking set state = 'ASKED', asked_at = :now, closes_at = :closes
                                 where batch_id = :batch and state = 'PLANNED'
                                """)
                        .param("batch", batch)
                        .param("now", Timestamp.from(now))
                        .param("closes", closesAt == null ? null : Timestamp.from(closesAt))
                        .update()
                == 1;
    }

    boolean remind(UUID batch, Instant now) {
        return db.sql(
                                """
                                update asking set reminded_at = :now
                                 where batch_id = :batch and state = 'ASKED' and reminded_at is null
                                """)
                        .param("batch", batch)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean close(UUID batch, Instant now) {
        return db.sql(
                                """
                                update asking set state = 'CLOSED', closed_at = :now, closes_at = least(closes_at, :now)
                                 where batch_id = :batch and state = 'ASKED'
                                """)
                        .param("batch", batch)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean withdraw(UUID batch, Instant now) {
        return db.sql(
                                """
                                update asking set state = 'WITHDRAWN', closed_at = :now
                                 where batch_id = :batch and state in ('PLANNED', 'ASKED')
                                """)
                        .param("batch", batch)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void withdrawQuestions(UUID batch) {
        db.sql("update question set state = 'WITHDRAWN' where batch_id = :batch and state = 'OPEN'")
                .param("batch", batch)
                .update();
    }

    /** A text and its reminder, as one thing. */
    record Texts(String text, String reminder) {}

    Map<Texts, Integer> numbered(UUID batch, Collection<Texts> wanted) {
        var known = textsOf(batch);
        for (var texts : wanted) {
            if (!known.containsKey(texts)) {
                db.sql(
                                "insert into question_text (batch_id, number, text, reminder) values (:batch, :number, :text, :reminder)")
                        .param("batch", batch)
                        .param("number", known.size())
                        .param("text", texts.text())
                        .param("reminder", texts.reminder())
                        .update();
                known.put(texts, known.size());
            }
        }
        return known;
    }

    Map<Texts, Integer> textsOf(UUID batch) {
        var texts = new LinkedHashMap<Texts, Integer>();
        db.sql("select number, text, reminder from question_text where batch_id = :batch order by number")
                .param("batch", batch)
                .query(row -> {
                    texts.put(new Texts(row.getString("text"), row.getString("reminder")), row.getInt("number"));
                });
        return texts;
    }

    // --- questions ---

    /**
     * Inserts the questions that are not there yet, each under the next number of its line. Answers how many: less than
     * given when some were there, or when somebody else asked on the same line at the same moment. The code that is still
     * in use is looked up by a count, not by "not exists": the planner would join that with all open questions one by
     * one, of which it expects next to none on the morning of a wave.
     */
    int insert(List<NewQuestion> questions, Map<Texts, Integer> numbers) {
        return db.sql(
                        """
                        insert into question (id, subject, subject_id, round, batch_id, text_number, person_id, line_id,
                                              ordinal, code)
                        select id, subject, subject_id, round, batch_id, text_number, person_id, line_id, ordinal,
                               10 + (('x' || right(line_id::text, 6))::bit(24)::int + ordinal) % 90
                          from (select n.*, coalesce((select max(q.ordinal) from question q
                                                       where q.line_id = n.line_id), 0)
                                       + row_number() over (partition by n.line_id order by n.id) as ordinal
                                  from unnest(:ids::uuid[], :subjects::text[], :subjectIds::uuid[], :rounds::int[],
                                              :batches::uuid[], :texts::smallint[], :persons::uuid[], :lines::uuid[])
                                       n (id, subject, subject_id, round, batch_id, text_number, person_id, line_id)
                               ) n
                         where (select count(*) from question o
                                 where o.line_id = n.line_id and o.ordinal <= n.ordinal - 90
                                   and o.state = 'OPEN') = 0
                        on conflict do nothing
                        """)
                .param("ids", texts(questions, question -> UuidCreator.getTimeOrderedEpochPlus1()))
                .param("subjects", texts(questions, NewQuestion::subject))
                .param("subjectIds", texts(questions, NewQuestion::subjectId))
                .param("rounds", texts(questions, NewQuestion::round))
                .param("batches", texts(questions, NewQuestion::batch))
                .param(
                        "texts",
                        texts(questions, question -> numbers.get(new Texts(question.text(), question.reminder()))))
                .param("persons", texts(questions, NewQuestion::person))
                .param("lines", texts(questions, NewQuestion::line))
                .update();
    }

    /** To be called after so many questions were inserted, in the same transaction. */
    void filled(int questions) {
        statistics.lookAgain("question", questions);
    }

    /** The subjects and rounds among these that have their question. */
    Set<String> askedAbout(List<NewQuestion> questions) {
        return new HashSet<>(db.sql(
                        """
                        select q.subject || q.subject_id || q.round
                          from unnest(:subjects::text[], :ids::uuid[], :rounds::int[]) n (subject, id, round)
                          join question q on q.subject = n.subject and q.subject_id = n.id and q.round = n.round
                        """)
                .param("subjects", texts(questions, NewQuestion::subject))
                .param("ids", texts(questions, NewQuestion::subjectId))
                .param("rounds", texts(questions, NewQuestion::round))
                .query(String.class)
                .list());
    }

    Set<UUID> subjects(Subject subject, Collection<UUID> ids) {
        return new HashSet<>(
                db.sql("select subject_id from question where subject = :subject and subject_id = any(:ids::uuid[])")
                        .param("subject", subject.name())
                        .param("ids", texts(ids, id -> id))
                        .query((row, at) -> row.getObject("subject_id", UUID.class))
                        .list());
    }

    Set<LineId> askedSince(Collection<LineId> lines, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct q.line_id
                          from question q join asking a on a.batch_id = q.batch_id
                         where q.line_id = any(:lines::uuid[]) and q.state <> 'WITHDRAWN'
                           and coalesce(a.asked_at, a.planned_at) > :since
                        """)
                .param("lines", texts(lines, line -> line))
                .param("since", Timestamp.from(since))
                .query((row, at) -> new LineId(row.getObject("line_id", UUID.class)))
                .list());
    }

    /** What sending needs to know of a question. */
    record Open(UUID id, LineId line, int code, int text, UUID reminder) {}

    List<Open> open(UUID batch, UUID after, int atMost) {
        return db.sql(
                        """
                        select id, line_id, code, text_number, reminder_id from question
                         where batch_id = :batch and id > :after and state = 'OPEN'
                         order by id limit :atMost
                        """)
                .param("batch", batch)
                .param("after", after)
                .param("atMost", atMost)
                .query(QuestionTables::open)
                .list();
    }

    List<Open> openOn(LineId line) {
        return db.sql(
                        """
                        select id, line_id, code, text_number, reminder_id from question
                         where line_id = :line and state = 'OPEN'
                        """)
                .param("line", line.value())
                .query(QuestionTables::open)
                .list();
    }

    private static Open open(ResultSet row, int rowNumber) throws SQLException {
        return new Open(
                row.getObject("id", UUID.class),
                new LineId(row.getObject("line_id", UUID.class)),
                row.getInt("code"),
                row.getInt("text_number"),
                row.getObject("reminder_id", UUID.class));
    }

    void reminded(List<UUID> questions, List<UUID> reminders) {
        db.sql(
                        """
                        update question set reminder_id = r.reminder
                          from unnest(:ids::uuid[], :reminders::uuid[]) r (id, reminder)
                         where question.id = r.id
                        """)
                .param("ids", texts(questions, id -> id))
                .param("reminders", texts(reminders, id -> id))
                .update();
    }

    void end(Collection<UUID> questions, Question.State state) {
        db.sql("update question set state = :state where id = any(:ids::uuid[]) and state = 'OPEN'")
                .param("state", state.name())
                .param("ids", texts(questions, id -> id))
                .update();
    }

    /** An answer on its way into its question. */
    record Given(UUID question, Answer answer, WordsId words, Instant at, Via via) {}

    /** Writes the answers down where none is yet, and answers which were written. */
    Set<UUID> answer(List<Given> given) {
        var written = new HashSet<>(db.sql(
                        """
                        update question
                           set state = 'ANSWERED', answer = g.answer, words_id = g.words_id, answered_at = g.at, via = g.via
                          from unnest(:ids::uuid[], :answers::text[], :words::uuid[], :at::timestamptz[], :vias::text[])
                               g (id, answer, words_id, at, via)
                         where question.id = g.id and question.state not in ('ANSWERED', 'WITHDRAWN')
                        returning question.id
                        """)
                .param("ids", texts(given, Given::question))
                .param("answers", texts(given, Given::answer))
                .param("words", texts(given, Given::words))
                .param("at", texts(given, Given::at))
                .param("vias", texts(given, Given::via))
                .query((row, at) -> row.getObject("id", UUID.class))
                .list());
        evidence.keepAll(given.stream()
                .filter(one -> written.contains(one.question()))
                .map(one -> Fact.of(Deed.ANSWER_APPLIED, Fact.MINYI)
                        .with("question", one.question())
                        .with("answer", one.answer())
                        .with("via", one.via())
                        .with("words", one.words()))
                .toList());
        return written;
    }

    Optional<Question> find(QuestionId id) {
        return db.sql(QUESTION + " where q.id = :id")
                .param("id", id.value())
                .query(QuestionTables::question)
                .optional();
    }

    Optional<Question> about(Subject subject, UUID subjectId, int round) {
        return db.sql(QUESTION + " where q.subject = :subject and q.subject_id = :id and q.round = :round")
                .param("subject", subject.name())
                .param("id", subjectId)
                .param("round", round)
                .query(QuestionTables::question)
                .optional();
    }

    List<Question> of(PersonId person) {
        return db.sql(QUESTION + " where q.person_id = :person order by a.planned_at, q.id")
                .param("person", person.value())
                .query(QuestionTables::question)
                .list();
    }

    /** Everything ever asked on the lines, oldest first. */
    Map<LineId, List<Question>> onLines(Collection<LineId> lines) {
        var onLines = new HashMap<LineId, List<Question>>();
        db.sql(QUESTION + " where q.line_id = any(:lines::uuid[]) order by q.line_id, q.ordinal")
                .param("lines", texts(lines, line -> line))
                .query((row, at) -> question(row, at))
                .list()
                .forEach(question -> onLines.computeIfAbsent(question.line(), line -> new ArrayList<>())
                        .add(question));
        return onLines;
    }

    /** How many questions of a batch stand where, by state and answer. */
    Map<String, Integer> count(UUID batch) {
        var counts = new HashMap<String, Integer>();
        db.sql(
                        """
                        select coalesce(answer, state) as standing, count(*) as questions
                          from question where batch_id = :batch group by 1
                        """)
                .param("batch", batch)
                .query(row -> {
                    counts.put(row.getString("standing"), row.getInt("questions"));
                });
        return counts;
    }

    /** Questions of a batch in this state, in the order of their ids. */
    List<Question> inState(UUID batch, Question.State state) {
        return db.sql(QUESTION + " where q.batch_id = :batch and q.state = :state order by q.id")
                .param("batch", batch)
                .param("state", state.name())
                .query(QuestionTables::question)
                .list();
    }

    // --- replies ---

    Set<String> knownRefs(Collection<String> refs) {
        return new HashSet<>(db.sql("select operator_ref from reply where operator_ref = any(:refs)")
                .param("refs", refs.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** A reply about to be stored, taken apart and its words sealed. */
    record NewReply(String ref, LineId line, String extension, ReplyText text, WordsId words, Instant receivedAt) {}

    /** The ids of replies are in the order in which they were stored. */
    String latestReply() {
        return db.sql("select coalesce((select id::text from reply order by id desc limit 1), '')")
                .query(String.class)
                .single();
    }

    void store(List<NewReply> replies) {
        db.sql(
                        """
                        insert into reply (id, operator_ref, line_id, extension, code, lettered, digit, words_id, courtesy,
                                           received_at, state, due_at)
                        select n.id, n.ref, n.line_id, n.extension, n.code, n.lettered, n.digit, n.words_id, n.courtesy,
                               n.at, n.state, case n.state when 'STORED' then n.at end
                          from unnest(:ids::uuid[], :refs::text[], :lines::uuid[], :extensions::text[], :codes::smallint[],
                                      :lettered::boolean[], :digits::smallint[], :words::uuid[], :courtesies::boolean[],
                                      :at::timestamptz[], :states::text[])
                               n (id, ref, line_id, extension, code, lettered, digit, words_id, courtesy, at, state)
                        on conflict (operator_ref) do nothing
                        """)
                .param("ids", texts(replies, reply -> UuidCreator.getTimeOrderedEpochPlus1()))
                .param("refs", texts(replies, NewReply::ref))
                .param("lines", texts(replies, NewReply::line))
                .param("extensions", texts(replies, NewReply::extension))
                .param("codes", texts(replies, reply -> reply.text().code()))
                .param("lettered", texts(replies, reply -> reply.text().lettered()))
                .param("digits", texts(replies, reply -> reply.text().digit()))
                .param("words", texts(replies, NewReply::words))
                .param("courtesies", texts(replies, reply -> reply.text().courtesy()))
                .param("at", texts(replies, NewReply::receivedAt))
                .param("states", texts(replies, reply -> reply.text().optOut() ? "OPT_OUT" : "STORED"))
                .update();
    }

    /** Replies to be looked at; no other node looks at the same until the transaction ends. */
    List<Judgement.Stored> due(Instant now, int atMost) {
        return db.sql(
                        """
                        select id, line_id, extension, code, lettered, digit, words_id, courtesy, received_at,
                               starts_with(operator_ref, 'page:') as on_page
                          from reply
                         where due_at <= :now order by due_at, id limit :atMost for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query((row, at) -> new Judgement.Stored(
                        row.getObject("id", UUID.class),
                        new LineId(row.getObject("line_id", UUID.class)),
                        row.getString("extension"),
                        row.getObject("code", Integer.class),
                        row.getBoolean("lettered"),
                        row.getObject("digit", Integer.class),
                        words(row),
                        row.getBoolean("courtesy"),
                        row.getBoolean("on_page") ? Via.WEB : Via.SMS,
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** What became of a reply; looked at again at {@code dueAt}, or never. */
    record Judged(UUID reply, ReplyRecord.State state, QuestionId question, Instant dueAt) {}

    void judged(List<Judged> judged) {
        db.sql(
                        """
                        update reply set state = j.state, question_id = j.question, due_at = j.due_at
                          from unnest(:ids::uuid[], :states::text[], :questions::uuid[], :due::timestamptz[])
                               j (id, state, question, due_at)
                         where reply.id = j.id
                        """)
                .param("ids", texts(judged, Judged::reply))
                .param("states", texts(judged, Judged::state))
                .param("questions", texts(judged, Judged::question))
                .param("due", texts(judged, Judged::dueAt))
                .update();
    }

    /** Puts a reply away for twice as long as the last time, and answers until when. */
    Instant setAside(UUID reply, Instant now, Duration atLeast, Duration atMost) {
        return db.sql(
                        """
                        update reply
                           set state = 'SET_ASIDE', tries = tries + 1,
                               due_at = :now::timestamptz
                                      + least(:atLeast * power(2, least(tries, 20)), :atMost) * interval '1 second'
                         where id = :reply
                        returning due_at
                        """)
                .param("now", Timestamp.from(now))
                .param("atLeast", atLeast.toSeconds())
                .param("atMost", atMost.toSeconds())
                .param("reply", reply)
                .query((row, at) -> row.getTimestamp("due_at").toInstant())
                .single();
    }

    List<ReplyRecord> repliesOn(LineId line) {
        return db.sql(
                        """
                        select id, line_id, code, digit, words_id, received_at, state, question_id
                          from reply where line_id = :line order by received_at, id
                        """)
                .param("line", line.value())
                .query((row, at) -> new ReplyRecord(
                        row.getObject("id", UUID.class),
                        new LineId(row.getObject("line_id", UUID.class)),
                        row.getObject("code", Integer.class),
                        row.getObject("digit", Integer.class),
                        words(row),
                        row.getTimestamp("received_at").toInstant(),
                        ReplyRecord.State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getObject("question_id", UUID.class))
                                .map(QuestionId::new)
                                .orElse(null)))
                .list();
    }

    private static Question question(ResultSet row, int rowNumber) throws SQLException {
        return new Question(
                new QuestionId(row.getObject("id", UUID.class)),
                Subject.valueOf(row.getString("subject")),
                row.getObject("subject_id", UUID.class),
                row.getInt("round"),
                row.getObject("batch_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new LineId(row.getObject("line_id", UUID.class)),
                row.getInt("code"),
                row.getObject("reminder_id", UUID.class),
                Question.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("answer"))
                        .map(Answer::valueOf)
                        .orElse(null),
                words(row),
                instant(row, "asked_at"),
                instant(row, "closes_at"),
                instant(row, "answered_at"));
    }

    private static WordsId words(ResultSet row) throws SQLException {
        var id = row.getObject("words_id", UUID.class);
        return id == null ? null : new WordsId(id);
    }

    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct q.person_id
                          from question q join asking a on a.batch_id = q.batch_id
                         where q.person_id = any(:persons::uuid[])
                           and (q.state = 'OPEN' or coalesce(q.answered_at, a.closed_at, a.asked_at, a.planned_at) >= :since)
                        """)
                .param("persons", texts(persons, person -> person))
                .param("since", Timestamp.from(since))
                .query((row, at) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<PersonId> persons) {
        return db.sql(
                        """
                        select words_id from question where person_id = any(:persons::uuid[]) and words_id is not null
                        union
                        select r.words_id from reply r join question q on q.id = r.question_id
                         where q.person_id = any(:persons::uuid[]) and r.words_id is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    /** Replies that could be placed nowhere. */
    @Override
    public Collection<WordsId> letGoOfStrangers(Instant before, int atMost) {
        return db.sql(
                        """
                        with old as (
                          select id, words_id from reply
                           where question_id is null and words_id is not null and received_at < :before
                           order by received_at limit :atMost for update skip locked)
                        update reply set words_id = null from old where reply.id = old.id returning old.words_id
                        """)
                .param("before", Timestamp.from(before))
                .param("atMost", atMost)
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }
}
