package org.minyi.callback;

import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of return calls. SQL lives here and nowhere else in this room. */
@Repository
class CallTables implements Involvement {

    private static final String CALL =
            "select id, matter_id, round, person_id, opened_at, outcome, reason, concluded_at from return_call ";

    private final JdbcClient db;
    private final Evidence evidence;

    CallTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    void insertCall(CallId id, UUID matter, int round, PersonId person, Instant now) {
        db.sql(
                        """
                        insert into return_call (id, matter_id, round, person_id, opened_at)
                        values (:id, :matter, :round, :person, :now)
                        on conflict (matter_id, round) do nothing
                        """)
                .param("id", id.value())
                .param("matter", matter)
                .param("round", round)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    CallId callOf(UUID matter, int round) {
        return db.sql("select id from return_call where matter_id = :matter and round = :round")
                .param("matter", matter)
                .param("round", round)
                .query((row, number) -> new CallId(row.getObject("id", UUID.class)))
                .single();
    }

    ReturnCall call(CallId id) {
        return db.sql(CALL + "where id = :id")
                .param("id", id.value())
                .query(CallTables::call)
                .single();
    }

    List<ReturnCall> callsWith(PersonId person) {
        return db.sql(CALL + "where person_id = :person order by opened_at, round")
                .param("person", person.value())
                .query(CallTables::call)
                .list();
    }

    List<ReturnCall> callsAbout(UUID matter) {
        return db.sql(CALL + "where matter_id = :matter order by round")
                .param("matter", matter)
                .query(CallTables::call)
                .list();
    }

    void conclude(CallId id, CallOutcome outcome, CallReason reason, Instant now) {
        evidence.keep(about(id, Fact.of(Deed.CALL_CONCLUDED, Fact.MINYI))
                .with("outcome", outcome)
                .with("reason", reason));
        db.sql("update return_call set outcome = :outcome, reason = :reason, concluded_at = :now where id = :id")
                .param("id", id.value())
                .param("outcome", outcome.name())
                .param("reason", reason == null ? null : reason.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    void insertAttempt(CallId call, Attempt attempt) {
        db.sql(
                        """
                        insert into call_attempt (id, call_id, number, called_at, caller, outcome, words_id)
                        values (:id, :call, :number, :at, :caller, :outcome, :words)
                        """)
                .param("id", attempt.id())
                .param("call", call.value())
                .param("number", attempt.number())
                .param("at", Timestamp.from(attempt.at().toInstant()))
                .param("caller", attempt.caller())
                .param("outcome", attempt.outcome().name())
                .param("words", attempt.words() == null ? null : attempt.words().value())
                .update();
        evidence.keep(about(call, Fact.of(Deed.CALL_ATTEMPTED, attempt.caller()))
                .with("number", attempt.number())
                .with("outcome", attempt.outcome())
                .with("words", attempt.words()));
    }

    List<Attempt> attempts(CallId call, ZoneId zone) {
        return db.sql(
                        """
                        select id, number, called_at, caller, outcome, words_id
                          from call_attempt
                         where call_id = :call
                         order by number
                        """)
                .param("call", call.value())
                .query((row, number) -> new Attempt(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getTimestamp("called_at").toInstant().atZone(zone),
                        row.getString("caller"),
                        CallOutcome.valueOf(row.getString("outcome")),
                        words(row)))
                .list();
    }

    void insertVerdict(CallId call, CallVerdict verdict) {
        db.sql(
                        """
                        insert into call_verdict (id, call_id, judged_at, judged_by, verdict, words_id)
                        values (:id, :call, :at, :by, :verdict, :words)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("call", call.value())
                .param("at", Timestamp.from(verdict.at()))
                .param("by", verdict.by())
                .param("verdict", verdict.unreachable() ? "UNREACHABLE" : "CALL_AGAIN")
                .param("words", verdict.words() == null ? null : verdict.words().value())
                .update();
        evidence.keep(about(call, Fact.of(Deed.CALL_JUDGED, verdict.by()))
                .with("verdict", verdict.unreachable() ? "UNREACHABLE" : "CALL_AGAIN")
                .with("words", verdict.words()));
    }

    List<CallVerdict> verdicts(CallId call) {
        return db.sql(
                        """
                        select judged_at, judged_by, verdict, words_id
                          from call_verdict
                         where call_id = :call
                         order by judged_at, id
                        """)
                .param("call", call.value())
                .query((row, number) -> new CallVerdict(
                        row.getTimestamp("judged_at").toInstant(),
                        row.getString("judged_by"),
                        "UNREACHABLE".equals(row.getString("verdict")),
                        words(row)))
                .list();
    }

    private Fact about(CallId call, Fact fact) {
        return fact.about(db.sql("select matter_id from return_call where id = :id")
                        .param("id", call.value())
                        .query(UUID.class)
                        .single())
                .with("call", call);
    }

    private static ReturnCall call(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var reason = row.getString("reason");
        var concluded = row.getTimestamp("concluded_at");
        return new ReturnCall(
                new CallId(row.getObject("id", UUID.class)),
                row.getObject("matter_id", UUID.class),
                row.getInt("round"),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("opened_at").toInstant(),
                outcome == null ? null : CallOutcome.valueOf(outcome),
                reason == null ? null : CallReason.valueOf(reason),
                concluded == null ? null : concluded.toInstant());
    }

    private static WordsId words(ResultSet row) throws SQLException {
        var id = row.getObject("words_id", UUID.class);
        return id == null ? null : new WordsId(id);
    }

    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct person_id from return_call
                         where person_id = any(:persons::uuid[]) and (concluded_at is null or concluded_at >= :since)
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
                        select a.words_id from call_attempt a join return_call c on c.id = a.call_id
                         where c.person_id = any(:persons::uuid[]) and a.words_id is not null
                        union
                        select v.words_id from call_verdict v join return_call c on c.id = v.call_id
                         where c.person_id = any(:persons::uuid[]) and v.words_id is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }
}
