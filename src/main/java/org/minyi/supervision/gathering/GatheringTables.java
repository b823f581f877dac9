package org.minyi.supervision.gathering;

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
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of interviews and meetings. */
@Repository
class GatheringTables implements MatterWords {

    private static final String GATHERING =
            """
            select id, matter_id, round, kind, meets_at, place_id, agenda_id, held_at, led_by, recorded_by, minutes_id
              from gathering
             where\s""";

    private final JdbcClient db;

    GatheringTables(JdbcClient db) {
        this.db = db;
    }

    void insert(Gathering gathering) {
        db.sql(
                        """
                        insert into gathering (id, matter_id, round, kind, meets_at, place_id, agenda_id, held_at, led_by,
                               recorded_by, minutes_id)
                        values (:id, :matter, :round, :kind, :meets, :place, :agenda, :held, :led, :recorded, :minutes)
                        """)
                .param("id", gathering.id().value())
                .param("matter", gathering.matter())
                .param("round", gathering.round())
                .param("kind", gathering.kind().name())
                .param("meets", Timestamp.from(gathering.meetsAt()))
                .param("place", value(gathering.place()), Types.OTHER)
                .param("agenda", value(gathering.agenda()), Types.OTHER)
                .param("held", gathering.heldAt() == null ? null : Timestamp.from(gathering.heldAt()), Types.TIMESTAMP)
                .param("led", gathering.ledBy())
                .param("recorded", gathering.recordedBy(), Types.VARCHAR)
                .param("minutes", value(gathering.minutes()), Types.OTHER)
                .update();
        var place = 0;
        for (var seat : gathering.seats()) {
            db.sql(
                            """
                            insert into gathering_unit (gathering_id, unit_code, place, attended)
                            values (:id, :unit, :place, :attended)
                            """)
                    .param("id", gathering.id().value())
                    .param("unit", seat.unit().value())
                    .param("place", place++)
                    .param("attended", seat.attended(), Types.BOOLEAN)
                    .update();
        }
    }

    void held(GatheringId id, Instant at, String by, WordsId minutes, List<UnitCode> absent) {
        db.sql("update gathering set held_at = :at, recorded_by = :by, minutes_id = :minutes where id = :id")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("minutes", minutes.value())
                .param("id", id.value())
                .update();
        db.sql(
                        """
                        update gathering_unit set attended = not unit_code = any(:absent::text[]) where gathering_id = :id
                        """)
                .param("absent", texts(absent, UnitCode::value))
                .param("id", id.value())
                .update();
    }

    /** Whoever signs at the same time waits for our transaction to end, and then sees this signature. */
    void sign(GatheringId id, UnitCode unit, Gathering.Signature signature, String by, Instant at) {
        db.sql(
                        """
                        update gathering_unit set signature = :signature, signed_by = :by, signed_at = :at
                         where gathering_id = (select id from gathering where id = :id for update) and unit_code = :unit
                        """)
                .param("signature", signature.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .param("unit", unit.value())
                .update();
    }

    Gathering get(GatheringId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no gathering " + id));
    }

    Optional<Gathering> find(GatheringId id) {
        return db.sql(GATHERING + "id = :id")
                .param("id", id.value())
                .query(this::gathering)
                .optional();
    }

    List<Gathering> about(UUID matter) {
        return db.sql(GATHERING + "matter_id = :matter order by id")
                .param("matter", matter)
                .query(this::gathering)
                .list();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select word from gathering, lateral (values (place_id), (agenda_id), (minutes_id)) as said (word)
                         where matter_id = any(:matters::uuid[]) and word is not null
                        """)
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> new WordsId(row.getObject("word", UUID.class)))
                .list();
    }

    private Gathering gathering(ResultSet row, int number) throws SQLException {
        var id = new GatheringId(row.getObject("id", UUID.class));
        return new Gathering(
                id,
                row.getObject("matter_id", UUID.class),
                row.getInt("round"),
                Gathering.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("meets_at").toInstant(),
                words(row, "place_id"),
                words(row, "agenda_id"),
                instant(row, "held_at"),
                row.getString("led_by"),
                row.getString("recorded_by"),
                words(row, "minutes_id"),
                seats(id));
    }

    private List<Gathering.Seat> seats(GatheringId id) {
        return db.sql(
                        "select unit_code, attended, signature from gathering_unit where gathering_id = :id order by place")
                .param("id", id.value())
                .query((row, at) -> new Gathering.Seat(
                        new UnitCode(row.getString("unit_code")),
                        row.getObject("attended", Boolean.class),
                        row.getString("signature") == null
                                ? null
                                : Gathering.Signature.valueOf(row.getString("signature"))))
                .list();
    }

    private static WordsId words(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new WordsId(id);
    }

    private static UUID value(WordsId words) {
        return words == null ? null : words.value();
    }
}
