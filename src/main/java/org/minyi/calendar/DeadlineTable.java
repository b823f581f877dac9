package org.minyi.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deadline table. SQL lives here and nowhere else in this room. */
@Repository
class DeadlineTable {

    private final JdbcClient db;
    private final Evidence evidence;

    DeadlineTable(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** False when this step of this round already has its deadline. */
    boolean insert(Deadline deadline) {
        var isNew = db.sql(
                                """
                        insert into deadline (matter_id, step, round, started_at, due_at, allowed, rule)
                        values (:matter, :step, :round, :started, :due, :allowed, :rule)
                            on conflict do nothing
                        """)
                        .param("matter", deadline.matter())
                        .param("step", deadline.step())
                        .param("round", deadline.round())
                        .param("started", Timestamp.from(deadline.startedAt()))
                        .param("due", Timestamp.from(deadline.due()))
                        .param("allowed", deadline.allowed())
                        .param("rule", deadline.rule())
                        .update()
                == 1;
        if (isNew) {
            evidence.keep(Fact.of(Deed.DEADLINE_FIXED, Fact.MINYI)
                    .about(deadline.matter())
                    .witness("step", deadline.step())
                    .with("round", deadline.round())
                    .with("due", deadline.due())
                    .witness("rule", deadline.rule()));
        }
        return isNew;
    }

    Optional<Deadline> find(UUID matter, String step, int round) {
        return db.sql(
                        """
                        select matter_id, step, round, started_at, due_at, allowed, rule
                          from deadline
                         where matter_id = :matter and step = :step and round = :round
                        """)
                .param("matter", matter)
                .param("step", step)
                .param("round", round)
                .query(DeadlineTable::deadline)
                .optional();
    }

    private static Deadline deadline(ResultSet row, int rowNumber) throws SQLException {
        return new Deadline(
                row.getObject("matter_id", UUID.class),
                row.getString("step"),
                row.getInt("round"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getString("allowed"),
                row.getString("rule"));
    }
}
