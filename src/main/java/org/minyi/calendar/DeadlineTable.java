package org.minyi.calendar;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of deadlines. What changed them stands in {@link ChangeTable}. */
@Repository
class DeadlineTable {

    private static final String DEADLINE =
            """
            select id, matter_id, step, round, unit_code, part, started_at, due_at, allowed, counted, rule, rule_source,
                   rule_version, calendar_version, task_id, task_name, matter_number, ended_at, overdue_at
              from deadline
            """;

    private static final String OF_TURN =
            " where matter_id = :matter and step = :step and round = :round and unit_code = :unit and part = :part";

    private final JdbcClient db;

    DeadlineTable(JdbcClient db) {
        this.db = db;
    }

    /** False when this turn already has its deadline. */
    boolean insert(Deadline deadline) {
        var turn = deadline.turn();
        return db.sql(
                                """
                                insert into deadline (id, matter_id, step, round, unit_code, part, started_at, due_at,
                                       allowed, counted, rule, rule_source, rule_version, calendar_version, task_id, task_name,
                                       matter_number, climbs)
                                values (:id, :matter, :step, :round, :unit, :part, :started, :due, :allowed, :counted,
                                       :rule, :source, :version, :calendar, :task, :name, :number, :climbs)
                                    on conflict on constraint deadline_of_step do nothing
                                """)
                        .param("id", deadline.id())
                        .param("matter", turn.matter())
                        .param("step", turn.name())
                        .param("round", turn.round())
                        .param("unit", code(turn))
                        .param("part", turn.part())
                        .param("started", Timestamp.from(deadline.startedAt()))
                        .param("due", Timestamp.from(deadline.due()))
                        .param("allowed", deadline.allowed().time())
                        .param("counted", deadline.allowed().counted().name())
                        .param("rule", deadline.rule().words())
                        .param("source", deadline.rule().source())
                        .param("version", deadline.rule().version())
                        .param("calendar", deadline.calendar())
                        .param(
                                "task",
                                deadline.desk() == null ? null : deadline.desk().task())
                        .param(
                                "name",
                                deadline.desk() == null ? null : deadline.desk().name())
                        .param(
                                "number",
                                deadline.desk() == null ? null : deadline.desk().number())
                        .param("climbs", deadline.desk() != null)
                        .update()
                == 1;
    }

    /** Whoever else would change it waits until our transaction ends. */
    Deadline lock(UUID id) {
        return hold(id).orElseThrow();
    }

    Optional<Deadline> lock(Turn turn) {
        return ofTurn(turn, " for update");
    }

    Optional<Deadline> hold(UUID id) {
        return db.sql(DEADLINE + "where id = :id for update")
                .param("id", id)
                .query(DeadlineTable::deadline)
                .optional();
    }

    Optional<Deadline> find(UUID id) {
        return db.sql(DEADLINE + "where id = :id")
                .param("id", id)
                .query(DeadlineTable::deadline)
                .optional();
    }

    Optional<Deadline> find(Turn turn) {
        return ofTurn(turn, "");
    }

    private Optional<Deadline> ofTurn(Turn turn, String lock) {
        return db.sql(DEADLINE + OF_TURN + lock)
                .param("matter", turn.matter())
                .param("step", turn.name())
                .param("round", turn.round())
                .param("unit", code(turn))
                .param("part", turn.part())
                .query(DeadlineTable::deadline)
                .optional();
    }

    Optional<Deadline> ofTask(String task) {
        return ofTask(task, "");
    }

    private Optional<Deadline> ofTask(String task, String lock) {
        return db.sql(DEADLINE + "where task_id = :task" + lock)
                .param("task", task)
                .query(DeadlineTable::deadline)
                .optional();
    }

    List<Deadline> runningIn(UUID matter) {
        return db.sql(DEADLINE + "where matter_id = :matter and ended_at is null order by due_at, step, part")
                .param("matter", matter)
                .query(DeadlineTable::deadline)
                .list();
    }

    /** Of what runs and was counted by an older calendar, the next few; others who count anew meanwhile take others. */
    List<Deadline> lockCountedBefore(int calendar, int atMost) {
        return db.sql(
                        DEADLINE
                                + """
                                where ended_at is null and calendar_version < :calendar and counted in ('WORKING', 'CALENDAR')
                                order by due_at limit :atMost for update skip locked
                                """)
                .param("calendar", calendar)
                .param("atMost", atMost)
                .query(DeadlineTable::deadline)
                .list();
    }

    /**
     * Of what ran in this outage and has not got its time back, the next few by their ids: all that units count by their
     * calendar, and what lies on a desk and is counted by the clock.
     */
    List<Deadline> lockUncredited(Instant from, Instant until, UUID after, int atMost) {
        return db.sql(
                        DEADLINE
                                + """
                                where ended_at is null and id > :after
                                  and (counted in ('WORKING', 'CALENDAR') or (counted = 'CLOCK' and climbs))
                                  and started_at < :until and due_at > :from
                                  and not exists (select from deadline_change c
                                                   where c.deadline_id = deadline.id and c.reason = :outage
                                                     and c.until_at = :until)
                                order by id limit :atMost for update
                                """)
                .param("after", after)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("outage", Outages.OUTAGE)
                .param("atMost", atMost)
                .query(DeadlineTable::deadline)
                .list();
    }

    int countedBefore(int calendar) {
        return db.sql(
                        """
                        select count(*) from deadline
                         where ended_at is null and calendar_version < :calendar and counted in ('WORKING', 'CALENDAR')
                        """)
                .param("calendar", calendar)
                .query(Integer.class)
                .single();
    }

    /** What people work on at this unit, what is due first before the others. */
    List<Deadline> workedOnAt(UnitCode unit) {
        return db.sql(
                        DEADLINE
                                + """
                                where unit_code = :unit and ended_at is null and climbs and task_id is not null
                                order by due_at, id
                                """)
                .param("unit", unit.value())
                .query(DeadlineTable::deadline)
                .list();
    }

    List<UnitCode> unitsAtWork() {
        return db.sql(
                        """
                        select distinct unit_code from deadline
                         where ended_at is null and climbs and task_id is not null and unit_code <> ''
                         order by unit_code
                        """)
                .query((row, at) -> new UnitCode(row.getString("unit_code")))
                .list();
    }

    /** What people work on, is due, and has not been noticed as late; each is handed out once. */
    List<Deadline> takeOverdue(Instant now, int atMost) {
        return db.sql(
                        """
                        update deadline set overdue_at = :now
                         where id in (select id from deadline
                                       where ended_at is null and due_at <= :now and climbs and overdue_at is null
                                         and not exists (select from deadline_change c
                                                          where c.deadline_id = deadline.id and c.kind = 'PAUSE'
                                                            and c.from_at <= :now and c.until_at > :now)
                                       order by due_at limit :atMost for update skip locked)
                        returning id, matter_id, step, round, unit_code, part, started_at, due_at, allowed, counted, rule,
                               rule_source, rule_version, calendar_version, task_id, task_name, matter_number, ended_at,
                               overdue_at
                        """)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(DeadlineTable::deadline)
                .list();
    }

    /** Somebody works on it from now on; where it comes back late, that is noticed once more. */
    void take(UUID id, AtDesk desk) {
        db.sql(
                        """
                        update deadline
                           set task_id = :task, task_name = :name, matter_number = :number, ended_at = null, climbs = true,
                               overdue_at = case when ended_at is null then overdue_at end
                         where id = :id
                        """)
                .param("task", desk.task())
                .param("name", desk.name())
                .param("number", desk.number())
                .param("id", id)
                .update();
    }

    /** What has ended so, still with its task. */
    Optional<Deadline> end(String task, Instant now) {
        var ended = ofTask(task, " for update");
        ended.ifPresent(deadline -> end(deadline.id(), now));
        return ended;
    }

    void end(UUID id, Instant now) {
        db.sql("update deadline set ended_at = :now, task_id = null where id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Of these parts of a step what nobody works on any more. */
    void runOn(UUID matter, String step, String part) {
        db.sql(
                        """
                        update deadline set ended_at = null, climbs = false
                         where matter_id = :matter and step = :step and part = :part and task_id is null
                        """)
                .param("matter", matter)
                .param("step", step)
                .param("part", part)
                .update();
    }

    void end(UUID matter, String step, String part, Instant now) {
        db.sql(
                        """
                        update deadline set ended_at = :now
                         where matter_id = :matter and step = :step and part = :part and task_id is null
                           and ended_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("matter", matter)
                .param("step", step)
                .param("part", part)
                .update();
    }

    /** What is due again later is noticed as late again, should it be so. */
    void move(UUID id, Instant due, Integer calendar, Instant now) {
        db.sql(
                        """
                        update deadline
                           set due_at = :due, calendar_version = :calendar,
                               overdue_at = case when :due > :now then null else overdue_at end
                         where id = :id
                        """)
                .param("due", Timestamp.from(due))
                .param("calendar", calendar)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** A newer calendar that changes nothing of them. */
    void recounted(Collection<UUID> ids, int calendar) {
        db.sql("update deadline set calendar_version = :calendar where id = any(:ids::uuid[])")
                .param("calendar", calendar)
                .param("ids", texts(ids, id -> id))
                .update();
    }

    private static String code(Turn turn) {
        return turn.unit() == null ? "" : turn.unit().value();
    }

    private static Deadline deadline(ResultSet row, int rowNumber) throws SQLException {
        var unit = row.getString("unit_code");
        var task = row.getString("task_id");
        return new Deadline(
                row.getObject("id", UUID.class),
                new Turn(
                        row.getObject("matter_id", UUID.class),
                        row.getString("step"),
                        row.getInt("round"),
                        unit.isEmpty() ? null : new UnitCode(unit),
                        row.getString("part")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                new Allowance(row.getString("allowed"), Counted.valueOf(row.getString("counted"))),
                new Rule(
                        row.getString("rule"),
                        row.getString("rule_source"),
                        row.getObject("rule_version", Integer.class)),
                row.getObject("calendar_version", Integer.class),
                task == null ? null : new AtDesk(task, row.getString("task_name"), row.getString("matter_number")),
                instant(row, "ended_at"),
                instant(row, "overdue_at"));
    }
}
