package org.minyi.history;

import static org.minyi.sql.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which instances there are and were, read past the engine: its own queries count, page by offset, and ask nobody whose
 * matter it is. Read as an onlooker; only how to go about a search is weighed before.
 */
@Repository
class HistoryTables {

    /** Up to so many are gathered and sorted; more are met soon enough by going back in time. */
    private static final int FEW = 5_000;
    /** Of whoever reads few instances: on the way back in time hardly any is theirs, and to find a page takes for ever. */
    private static final int FEW_FOR_A_UNIT = 50_000;
    /** Of matters, for every instance of each is gathered. */
    private static final int FEW_MATTERS = 2_000;
    /** Of matters in hand, for whoever reads only those is asked of every instance whether it is one. */
    private static final int FEW_IN_HAND = 500;

    private static final String INSTANCE =
            """
            select p.proc_inst_id_, p.root_proc_inst_id_, p.super_process_instance_id_, p.proc_def_id_, p.proc_def_key_,
                   p.start_user_id_, p.start_time_, p.end_time_, p.end_act_id_, p.state_, p.delete_reason_,
                   minyi.history_key(p.root_proc_inst_id_) root_key
              from act_hi_procinst p
            """;

    /**
     * The first lock: the predicate of V110, of the first process. What is about the viewer is not theirs to read, nor what
     * an officer said in confidence outside its circle (V197).
     */
    private static final String SEEN =
            """
             where ((select minyi.reads_everything(:viewer))
                      and p.root_proc_inst_id_ not in (select minyi.history_about(:viewer))
                      and p.root_proc_inst_id_ not in (select minyi.history_kept(:viewer))
                    or minyi.is_in_hand((select minyi.units_read_by(:viewer)), p.root_proc_inst_id_)
                      and not minyi.is_kept_history(:viewer, p.root_proc_inst_id_))
            """;

    private final JdbcClient db;

    HistoryTables(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which of the sets a search names are small. PostgreSQL guesses that itself, and is wrong where it matters: of
     * somebody who left two years ago it expects a task every few minutes.
     */
    record Weighed(
            boolean readsEverything, boolean fewInHand, boolean fewOfUnits, boolean fewTasks, Timestamp lastTask) {}

    Weighed weigh(String viewer, Search search) {
        var everything = db.sql("select minyi.reads_everything(:viewer)")
                .param("viewer", viewer)
                .query(Boolean.class)
                .single();
        var parameters = parameters(search);
        parameters.put("viewer", viewer);
        var fewTasks = search.asksForTask() && has(everything ? FEW : FEW_FOR_A_UNIT, tasks(search), parameters);
        return new Weighed(
                everything,
                !everything && has(FEW_IN_HAND, "select minyi.matters_in_hand(:viewer)", parameters),
                !search.units().isEmpty()
                        && has(FEW_MATTERS, "select minyi.history_of_units(:units::text[])", parameters),
                fewTasks,
                search.asksForTask() && !fewTasks ? lastTask(search) : null);
    }

    private boolean has(int few, String set, Map<String, ?> parameters) {
        return db.sql("select count(*) from (" + set + " limit " + (few + 1) + ") gathered")
                        .params(parameters)
                        .query(Integer.class)
                        .single()
                <= few;
    }

    /** When one of these tasks was last begun: no instance that began later has one. */
    private Timestamp lastTask(Search search) {
        return db.sql(
                        search.people().isEmpty()
                                ? "select max(start_time_) from act_hi_taskinst where task_def_key_ = :step"
                                : """
                                  select max(last.start_time_)
                                    from unnest(:people::text[]) person (id)
                                    cross join lateral (select t.start_time_ from act_hi_taskinst t
                                                         where t.assignee_ = person.id
                                                         order by t.start_time_ desc limit 1) last
                                  """)
                .params(parameters(search))
                .query(Timestamp.class)
                .single();
    }

    /**
     * Newest first, from a place on.
     *
     * @param matter id of the matter that is asked for; null for any
     * @param after null for the first page
     */
    List<Instance> page(String viewer, Search search, UUID matter, Weighed weighed, Place after, int size) {
        var sql = new StringBuilder(INSTANCE).append(SEEN);
        var parameters = parameters(search);
        parameters.put("viewer", viewer);
        parameters.put("size", size);
        if (weighed.fewInHand()) {
            sql.append(" and p.root_proc_inst_id_ = any (array(select minyi.history_in_hand(:viewer)))");
        }
        if (matter != null) {
            sql.append(
                    """
                     and p.root_proc_inst_id_ = any (array(
                           select r.root_proc_inst_id_ from act_hi_procinst r where r.business_key_ = :matter))
                    """);
            parameters.put("matter", matter.toString());
        }
        if (!search.units().isEmpty()) {
            sql.append(
                    weighed.fewOfUnits()
                            ? " and p.root_proc_inst_id_ = any (array(select minyi.history_of_units(:units::text[])))"
                            : " and minyi.is_of_units(:units::text[], p.root_proc_inst_id_)");
        }
        if (search.asksForTask() && weighed.fewTasks()) {
            sql.append(
                    weighed.readsEverything()
                            ? " and p.proc_inst_id_ = any (array(select minyi.history_of_tasks(:people::text[], :step)))"
                            : " and p.proc_inst_id_ = any (array("
                                    + "select minyi.history_of_tasks_in_hand(:viewer, :people::text[], :step)))");
        } else if (search.asksForTask()) {
            // The limit keeps PostgreSQL from turning this into a join over all tasks.
            sql.append(" and (" + tasks(search) + " and t.proc_inst_id_ = p.proc_inst_id_ limit 1) is not null");
            sql.append(" and p.start_time_ <= :lastTask");
            parameters.put("lastTask", weighed.lastTask());
        }
        own(search, sql);
        times(search, sql, parameters);
        if (after != null) {
            // The first half is for the index: row-level security lets it compare times before it asks, but not texts.
            sql.append(
                    " and p.start_time_ <= :afterTime and (p.start_time_, p.proc_inst_id_) < (:afterTime, :afterId)");
            parameters.put("afterTime", Timestamp.from(after.started()));
            parameters.put("afterId", after.instance());
        }
        return db.sql(sql.append(" order by p.start_time_ desc, p.proc_inst_id_ desc limit :size")
                        .toString())
                .params(parameters)
                .query(HistoryTables::instance)
                .list();
    }

    Optional<Instance> find(String viewer, String id) {
        return db.sql(INSTANCE + SEEN + " and p.proc_inst_id_ = :id")
                .param("viewer", viewer)
                .param("id", id)
                .query(HistoryTables::instance)
                .optional();
    }

    /** The first process and everything it called, oldest first. */
    List<Instance> family(String viewer, String root) {
        return db.sql(INSTANCE + SEEN + " and p.root_proc_inst_id_ = :root order by p.start_time_, p.proc_inst_id_")
                .param("viewer", viewer)
                .param("root", root)
                .query(HistoryTables::instance)
                .list();
    }

    /** Only what was asked for: a condition that might be off spoils the plan. */
    private static String tasks(Search search) {
        return "select t.proc_inst_id_ from act_hi_taskinst t where true"
                + (search.people().isEmpty() ? "" : " and t.assignee_ = any (:people::text[])")
                + (search.step() == null ? "" : " and t.task_def_key_ = :step");
    }

    private static void own(Search search, StringBuilder sql) {
        if (search.process() != null) {
            sql.append(" and p.proc_def_key_ = :process");
        }
        if (search.outcome() != null) {
            sql.append(" and p.end_act_id_ = :outcome");
        }
        if (search.ended() != null) {
            sql.append(search.ended() ? " and p.end_time_ is not null" : " and p.end_time_ is null");
        }
    }

    private static void times(Search search, StringBuilder sql, Map<String, Object> parameters) {
        time(
                " and p.start_time_ >= :startedFrom",
                "startedFrom",
                search.started().from(),
                sql,
                parameters);
        time(
                " and p.start_time_ < :startedBefore",
                "startedBefore",
                search.started().before(),
                sql,
                parameters);
        time(" and p.end_time_ >= :overFrom", "overFrom", search.over().from(), sql, parameters);
        // Whatever ended before a time began before it too: that is where the way back in time starts.
        time(
                " and p.end_time_ < :overBefore and p.start_time_ < :overBefore",
                "overBefore",
                search.over().before(),
                sql,
                parameters);
    }

    private static void time(
            String condition, String name, Instant at, StringBuilder sql, Map<String, Object> parameters) {
        if (at != null) {
            sql.append(condition);
            // The engine keeps local time without a zone; every node runs in the one zone.
            parameters.put(name, Timestamp.from(at));
        }
    }

    private static Map<String, Object> parameters(Search search) {
        var parameters = new HashMap<String, Object>();
        parameters.put("units", array(search.units()));
        parameters.put("people", search.people().isEmpty() ? null : array(search.people()));
        parameters.put("step", search.step());
        parameters.put("process", search.process());
        parameters.put("outcome", search.outcome());
        return parameters;
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(
                row.getString("proc_inst_id_"),
                row.getString("root_proc_inst_id_"),
                row.getString("root_key"),
                row.getString("super_process_instance_id_"),
                row.getString("proc_def_id_"),
                row.getString("proc_def_key_"),
                row.getString("start_user_id_"),
                instant(row, "start_time_"),
                instant(row, "end_time_"),
                row.getString("end_act_id_"),
                row.getString("state_"),
                row.getString("delete_reason_"));
    }
}
