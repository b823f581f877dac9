package org.minyi.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what changed deadlines. Each change is a fact of the evidence. */
@Repository
class ChangeTable {

    private final JdbcClient db;
    private final Evidence evidence;

    ChangeTable(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    void insert(Deadline of, Change change) {
        var pause = change.what() instanceof Change.Pause one ? Optional.of(one) : Optional.<Change.Pause>empty();
        var extension =
                change.what() instanceof Change.Extension one ? Optional.of(one) : Optional.<Change.Extension>empty();
        var recount = change.what() instanceof Change.Recount one ? one.calendar() : null;
        db.sql(
                        """
                        insert into deadline_change (id, deadline_id, kind, made_at, made_by, reason, from_at,
                               until_at, planned_until, allowed, counted, calendar_version, due_before, due_after)
                        values (:id, :deadline, :kind, :at, :by,       :reason, :from, :until, :planned, :allowed,
                               :counted, :calendar, :before, :after)
                        """)
                .param("id", change.id())
                .param("deadline", change.deadline())
                .param("kind", kind(change))
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .param("reason", pause.map(Change.Pause::reason).orElse(null))
                .param(
                        "from",
                        pause.map(Change.Pause::from).map(Timestamp::from).orElse(null),
                        Types.TIMESTAMP)
                .param(
                        "until",
                        pause.map(Change.Pause::until).map(Timestamp::from).orElse(null),
                        Types.TIMESTAMP)
                .param(
                        "planned",
                        pause.map(Change.Pause::planned).map(Timestamp::from).orElse(null),
                        Types.TIMESTAMP)
                .param("allowed", extension.map(one -> one.more().time()).orElse(null))
                .param(
                        "counted",
                        extension.map(one -> one.more().counted().name()).orElse(null))
                .param("calendar", recount)
                .param("before", Timestamp.from(change.dueBefore()))
                .param("after", Timestamp.from(change.dueAfter()))
                .update();
        evidence.keep(Fact.of(Deed.DEADLINE_MOVED, change.by())
                .about(of.turn().matter())
                .with("deadline", of.id())
                .witness("step", of.turn().name())
                .with("round", of.turn().round())
                .with("kind", kind(change))
                .witness("reason", pause.map(Change.Pause::reason).orElse(null))
                .with("calendar", recount)
                .with("before", change.dueBefore())
                .with("due", change.dueAfter()));
    }

    /** The pause goes on until then only. */
    void shorten(UUID pause, Instant until) {
        db.sql("update deadline_change set until_at = :until where id = :id and kind = 'PAUSE'")
                .param("until", Timestamp.from(until))
                .param("id", pause)
                .update();
    }

    /** In the order in which they were made. */
    List<Change> of(UUID deadline) {
        return db.sql(
                        """
                        select id, deadline_id, kind, made_at, made_by, reason, from_at, until_at, planned_until,
                               allowed, counted, calendar_version, due_before, due_after
                          from deadline_change
                         where deadline_id = :deadline
                         order by made_at, id
                        """)
                .param("deadline", deadline)
                .query(ChangeTable::change)
                .list();
    }

    /** How many deadlines are due at another moment since this version of the calendar. */
    int movedBy(int calendar) {
        return db.sql("select count(*) from deadline_change where kind = 'RECOUNT' and calendar_version = :calendar")
                .param("calendar", calendar)
                .query(Integer.class)
                .single();
    }

    private static String kind(Change change) {
        return change.what().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static Change change(ResultSet row, int rowNumber) throws SQLException {
        return new Change(
                row.getObject("id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                what(row),
                row.getTimestamp("due_before").toInstant(),
                row.getTimestamp("due_after").toInstant());
    }

    private static Change.What what(ResultSet row) throws SQLException {
        return switch (row.getString("kind")) {
            case "PAUSE" ->
                new Change.Pause(
                        row.getString("reason"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("until_at").toInstant(),
                        row.getTimestamp("planned_until").toInstant());
            case "EXTENSION" ->
                new Change.Extension(
                        new Allowance(row.getString("allowed"), Counted.valueOf(row.getString("counted"))));
            case "RECOUNT" -> new Change.Recount(row.getInt("calendar_version"));
            default -> new Change.Resume();
        };
    }
}
