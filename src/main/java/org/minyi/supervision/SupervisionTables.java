package org.minyi.supervision;

import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.MatterWords;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what supervision did. */
@Repository
class SupervisionTables implements MatterWords {

    private final JdbcClient db;
    private final Evidence evidence;

    SupervisionTables(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    void insert(SupervisionStep step) {
        db.sql(
                        """
                        insert into supervision_step (id, matter_id, round, step, done_at, done_by, unit_code, outcome, words_id)
                        values (:id, :matter, :round, :step, :at, :by, :unit, :outcome, :words)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpochPlus1())
                .param("matter", step.matter())
                .param("round", step.round())
                .param("step", step.what().name())
                .param("at", Timestamp.from(step.at()))
                .param("by", step.by())
                .param("unit", step.unit() == null ? null : step.unit().value())
                .param("outcome", step.outcome())
                .param("words", step.words() == null ? null : step.words().value(), Types.OTHER)
                .update();
        evidence.keep(Fact.of(Deed.STEP_DONE, step.by())
                .about(step.matter())
                .with("step", step.what())
                .with("round", step.round())
                .witness("outcome", step.outcome())
                .with("unit", step.unit())
                .with("words", step.words()));
    }

    List<SupervisionStep> about(UUID matter) {
        return db.sql(
                        """
                        select matter_id, round, step, done_at, done_by, unit_code, outcome, words_id
                          from supervision_step where matter_id = :matter order by done_at, id
                        """)
                .param("matter", matter)
                .query(SupervisionTables::step)
                .list();
    }

    @Override
    public Collection<WordsId> wordsAbout(Collection<UUID> matters) {
        return db.sql(
                        """
                        select words_id from supervision_step
                         where matter_id = any(:matters::uuid[]) and words_id is not null
                        """)
                .param("matters", texts(matters, matter -> matter))
                .query((row, at) -> new WordsId(row.getObject("words_id", UUID.class)))
                .list();
    }

    private static SupervisionStep step(ResultSet row, int number) throws SQLException {
        var unit = row.getString("unit_code");
        var words = row.getObject("words_id", UUID.class);
        return new SupervisionStep(
                row.getObject("matter_id", UUID.class),
                row.getInt("round"),
                SupervisionStep.What.valueOf(row.getString("step")),
                row.getTimestamp("done_at").toInstant(),
                row.getString("done_by"),
                unit == null ? null : new UnitCode(unit),
                row.getString("outcome"),
                words == null ? null : new WordsId(words));
    }
}
