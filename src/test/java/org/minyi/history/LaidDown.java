package org.minyi.history;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.UUID;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters and instances laid down as rows, exactly as a test wants them; nothing of them runs. */
final class LaidDown {

    private final JdbcClient db;

    LaidDown(JdbcClient db) {
        this.db = db;
    }

    /** A matter with its work order, and nothing in the engine yet. */
    UUID matter(String number, UnitCode handling, UnitCode executing, UnitCode respondent, String about) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into complaint (id, number, title, channel, kind, person_id, respondent_unit,
                                               respondent_officer, raised_at, raised_by)
                        values (:id, :number, 'Household registration – Delay', 'HOTLINE', 'COMPLAINT',
                                gen_random_uuid(), :respondent, :about, now(), 'caller1')
                        """)
                .param("id", id)
                .param("number", number)
                .param("respondent", code(respondent))
                .param("about", about)
                .update();
        db.sql(
                        """
                        insert into work_order (id, complaint_id, number, person_id, category, severity, respondent_unit,
                                                respondent_officer, handling_unit, executing_unit, state, opened_at)
                        values (gen_random_uuid(), :id, :number, gen_random_uuid(), 'DELAY', 'ORDINARY', :respondent,
                                :about, :handling, :executing, 'RECTIFYING', now())
                        """)
                .param("id", id)
                .param("number", number)
                .param("respondent", code(respondent))
                .param("about", about)
                .param("handling", code(handling))
                .param("executing", code(executing))
                .update();
        return id;
    }

    /** An instance; without an end it still runs. The root is itself unless told. */
    String instance(String process, String key, String root, LocalDateTime started, LocalDateTime ended, String end) {
        var id = UUID.randomUUID().toString();
        db.sql(
                        """
                        insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                            start_time_, end_time_, end_act_id_, root_proc_inst_id_, super_process_instance_id_, state_)
                        select :id, :id, :key, :process, d.id_, :started, :ended, :end, coalesce(:root, :id), :root,
                               case when cast(:ended as timestamp) is null then 'ACTIVE' else 'COMPLETED' end
                          from act_re_procdef d where d.key_ = :process order by d.version_ desc limit 1
                        """)
                .param("id", id)
                .param("key", key)
                .param("process", process)
                .param("started", Timestamp.valueOf(started))
                .param("ended", ended == null ? null : Timestamp.valueOf(ended), java.sql.Types.TIMESTAMP)
                .param("end", end, java.sql.Types.VARCHAR)
                .param("root", root, java.sql.Types.VARCHAR)
                .update();
        return id;
    }

    void task(String instance, String root, String step, String who) {
        db.sql(
                        """
                        insert into act_hi_taskinst (id_, task_def_key_, proc_inst_id_, root_proc_inst_id_, assignee_,
                                                     start_time_, end_time_, name_)
                        values (gen_random_uuid(), :step, :instance, :root, :who, now(), now(), :step)
                        """)
                .param("step", step)
                .param("instance", instance)
                .param("root", root)
                .param("who", who)
                .update();
    }

    private static String code(UnitCode unit) {
        return unit == null ? null : unit.value();
    }
}
