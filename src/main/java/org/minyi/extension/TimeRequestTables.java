package org.minyi.extension;

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

/** The table of requests for more time. SQL lives here and nowhere else in this room. */
@Repository
class TimeRequestTables implements MatterWords {

    private static final String REQUEST =
            """
            select id, deadline_id, matter_id, unit_code, kind, days, until_at, reason, asked_by, asked_at, words_id, state,
                   decided_by, decided_at, decision_words_id
              from time_request
            """;

    private final JdbcClient db;
    private final Evidence evidence;

    TimeRequestTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** False when one waits for this deadline already. */
    boolean insert(TimeRequest request) {
        var isNew = db.sql(
                                """
                                insert into time_request (id, deadline_id, matter_id, unit_code, kind, days, until_at, reason,
                                       asked_by, asked_at, words_id)
                                values (:id, :deadline, :matter, :unit, :kind, :days, :until, :reason, :by, :at, :words)
                                    on conflict (deadline_id) where state = 'ASKED' do nothing
                                """)
                        .param("id", request.id().value())
                        .param("deadline", request.deadline())
                        .param("matter", request.matter())
                        .param("unit", request.unit().value())
                        .param("kind", request.kind().name())
                        .param("days", request.days())
                        .param(
                                "until",
                                request.until() == null ? null : Timestamp.from(request.until()),
                                Types.TIMESTAMP)
                        .param(
                                "reason",
                                request.reason() == null
                                        ? null
                                        : request.reason().name())
                        .param("by", request.askedBy())
                        .param("at", Timestamp.from(request.askedAt()))
                        .param("words", request.words().value())
                        .update()
                == 1;
        if (isNew) {
            evidence.keep(fact(Deed.TIME_ASKED, request.askedBy(), request)
                    .with("days", request.days())
                    .with("until", request.until())
                    .with("reason", request.reason()));
        }
        return isNew;
    }

    /** Decides once; what is decided stays decided. */
    void decide(TimeRequest request, TimeRequest.State state, String by, Instant at, WordsId words) {
        var decided = db.sql(
                        """
                        update time_request
                           set state = :state, decided_by = :by, decided_at = :at, decision_words_id = :words
                         where id = :id and state = 'ASKED'
                        """)
                .param("state", state.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("words", words == null ? null : words.value(), Types.OTHER)
                .param("id", request.id().value())
                .update();
        if (decided != 1) {
            throw new IllegalStateException("request " + request.id() + " is decided already");
        }
        evidence.keep(fact(Deed.TIME_DECIDED, by == null ? Fact.MINYI : by, request)
                .with("state", state)
                .with("askedBy", request.askedBy()));
    }

    private static Fact fact(Deed deed, String by, TimeRequest request) {
        return Fact.of(deed, by)
                .about(request.matter())
                .with("request", request.id())
                .with("deadline", request.deadline())
                .with("kind", request.kind());
    }

    TimeRequest get(RequestId id) {
        return db.sql(REQUEST + "where id = :id")
                .param("id", id.value())
                .query(TimeRequestTables::request)
                .single();
    }

    Optional<TimeRequest> waiting(UUID deadline) {
        return db.sql(REQUEST + "where deadline_id = :deadline and state = 'ASKED'")
                .param("deadline", deadline)
                .query(TimeRequestTables::request)
                .optional();
    }

    int granted(UUID deadline, Kind kind) {
        return db.sql(
                        """
                        select count(*) from time_request
                         where deadline_id = :deadline and kind = :kind and state = 'GRANTED'
                        """)
                .param("deadline", deadline)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    List<TimeRequest> about(UUID matter) {
        return db.sql(REQUEST + "where matter_id = :matter order by asked_at, id")
                .param("matter", matter)
                .query(TimeRequestTables::request)
                .list();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select words_id from time_request where matter_id = any(:matters::uuid[])
                        union
                        select decision_words_id from time_request
                         where matter_id = any(:matters::uuid[]) and decision_words_id is not null
                        """)
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    private static TimeRequest request(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        var decisionWords = row.getObject("decision_words_id", UUID.class);
        return new TimeRequest(
                new RequestId(row.getObject("id", UUID.class)),
                row.getObject("deadline_id", UUID.class),
                row.getObject("matter_id", UUID.class),
                new UnitCode(row.getString("unit_code")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("days", Integer.class),
                instant(row, "until_at"),
                reason == null ? null : PauseReason.valueOf(reason),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                new WordsId(row.getObject("words_id", UUID.class)),
                TimeRequest.State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                decisionWords == null ? null : new WordsId(decisionWords));
    }
}
