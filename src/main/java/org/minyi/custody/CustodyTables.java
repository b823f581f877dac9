package org.minyi.custody;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests. SQL lives here and nowhere else in this room. */
@Repository
class CustodyTables implements Involvement {

    private static final String REQUEST =
            """
            select id, matter_id, person_id, asked_by, asked_at, words_id, state, decided_by, decided_at,
                   decision_words_id, granted_until
              from identity_request
            """;

    private final JdbcClient db;

    CustodyTables(JdbcClient db) {
        this.db = db;
    }

    /** False when the same person asks already and waits. */
    boolean insert(RequestId id, UUID matter, PersonId person, String by, Instant at, WordsId words) {
        return db.sql(
                                """
                                insert into identity_request (id, matter_id, person_id, asked_by, asked_at, words_id)
                                values (:id, :matter, :person, :by, :at, :words)
                                on conflict (matter_id, asked_by) where state = 'ASKED' do nothing
                                """)
                        .param("id", id.value())
                        .param("matter", matter)
                        .param("person", person.value())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("words", words.value())
                        .update()
                == 1;
    }

    /** Decides once; what is decided stays decided. */
    void decide(RequestId id, IdentityRequest.State state, String by, Instant at, WordsId words, Instant until) {
        int decided = db.sql(
                        """
                        update identity_request
                           set state = :state, decided_by = :by, decided_at = :at, decision_words_id = :words,
                               granted_until = :until
                         where id = :id and state = 'ASKED'
                        """)
                .param("state", state.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("words", words == null ? null : words.value(), Types.OTHER)
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .param("id", id.value())
                .update();
        if (decided != 1) {
            throw new IllegalStateException("request " + id + " is decided already");
        }
    }

    IdentityRequest get(RequestId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no request " + id));
    }

    Optional<IdentityRequest> find(RequestId id) {
        return db.sql(REQUEST + "where id = :id")
                .param("id", id.value())
                .query(CustodyTables::request)
                .optional();
    }

    Optional<IdentityRequest> latest(UUID matter, String by) {
        return db.sql(REQUEST + "where matter_id = :matter and asked_by = :by order by asked_at desc, id desc limit 1")
                .param("matter", matter)
                .param("by", by)
                .query(CustodyTables::request)
                .optional();
    }

    List<IdentityRequest> about(UUID matter) {
        return db.sql(REQUEST + "where matter_id = :matter order by asked_at, id")
                .param("matter", matter)
                .query(CustodyTables::request)
                .list();
    }

    /** Whose identity is asked for is not forgotten before that is decided and what was granted is over. */
    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return new HashSet<>(db.sql(
                        """
                        select distinct person_id from identity_request
                         where person_id = any(:persons::uuid[])
                           and (state = 'ASKED' or coalesce(granted_until, decided_at) >= :since)
                        """)
                .param("persons", texts(persons, person -> person))
                .param("since", Timestamp.from(since))
                .query((row, at) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    /** Why somebody asked, and why it was decided so. */
    @Override
    public Collection<WordsId> wordsAbout(Collection<PersonId> persons) {
        return db.sql(
                        """
                        select words_id from identity_request where person_id = any(:persons::uuid[])
                        union
                        select decision_words_id from identity_request
                         where person_id = any(:persons::uuid[]) and decision_words_id is not null
                        """)
                .param("persons", texts(persons, person -> person))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    private static IdentityRequest request(ResultSet row, int number) throws SQLException {
        var decisionWords = row.getObject("decision_words_id", UUID.class);
        return new IdentityRequest(
                new RequestId(row.getObject("id", UUID.class)),
                row.getObject("matter_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                new WordsId(row.getObject("words_id", UUID.class)),
                IdentityRequest.State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                decisionWords == null ? null : new WordsId(decisionWords),
                instant(row, "granted_until"));
    }
}
