package org.minyi.supervision.gathering;

import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of duties. */
@Repository
class DutyTables implements MatterWords {

    private static final String DUTY =
            "select id, gathering_id, matter_id, round, unit_code, words_id, due_at, state from duty where ";

    private final JdbcClient db;

    DutyTables(JdbcClient db) {
        this.db = db;
    }

    void insert(Duty duty) {
        db.sql(
                        """
                        insert into duty (id, gathering_id, matter_id, round, unit_code, words_id, due_at, state)
                        values (:id, :gathering, :matter, :round, :unit, :words, :due, :state)
                        """)
                .param("id", duty.id().value())
                .param("gathering", duty.agreedIn().value())
                .param("matter", duty.matter())
                .param("round", duty.round())
                .param("unit", duty.unit().value())
                .param("words", duty.words().value())
                .param("due", Timestamp.from(duty.due()))
                .param("state", duty.state().name())
                .update();
    }

    /** False where it does not stand there. */
    boolean move(DutyId id, Duty.State from, Duty.State to) {
        return db.sql("update duty set state = :to where id = :id and state = :from")
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    Duty get(DutyId id) {
        return db.sql(DUTY + "id = :id")
                .param("id", id.value())
                .query(DutyTables::duty)
                .single();
    }

    List<Duty> of(GatheringId where) {
        return db.sql(DUTY + "gathering_id = :gathering order by id")
                .param("gathering", where.value())
                .query(DutyTables::duty)
                .list();
    }

    List<Duty> about(UUID matter) {
        return db.sql(DUTY + "matter_id = :matter order by id")
                .param("matter", matter)
                .query(DutyTables::duty)
                .list();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql("select words_id from duty where matter_id = any(:matters::uuid[])")
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    private static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                new DutyId(row.getObject("id", UUID.class)),
                new GatheringId(row.getObject("gathering_id", UUID.class)),
                row.getObject("matter_id", UUID.class),
                row.getInt("round"),
                new UnitCode(row.getString("unit_code")),
                new WordsId(row.getObject("words_id", UUID.class)),
                row.getTimestamp("due_at").toInstant(),
                Duty.State.valueOf(row.getString("state")));
    }
}
