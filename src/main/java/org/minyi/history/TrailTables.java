package org.minyi.history;

import static org.minyi.sql.Columns.instant;

import java.util.List;
import org.minyi.history.Trail.Change;
import org.minyi.history.Trail.Decided;
import org.minyi.history.Trail.Failure;
import org.minyi.history.Trail.Operation;
import org.minyi.history.Trail.Value;
import org.minyi.history.Trail.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine kept of one instance. Read as an onlooker, after the instance itself was found as one. */
@Repository
class TrailTables {

    private static final String VALUE =
            """
            case when v.var_type_ = 'boolean' then (v.long_ = 1)::text
                 when v.var_type_ in ('integer', 'long', 'short') then v.long_::text
                 when v.var_type_ = 'double' then v.double_::text
                 else v.text_ end
            """;

    private final JdbcClient db;

    TrailTables(JdbcClient db) {
        this.db = db;
    }

    List<Visit> visits(String instance) {
        return db.sql(
                        """
                        select id_, act_id_, act_name_, act_type_, start_time_, end_time_, act_inst_state_ = 2 cancelled,
                               sequence_counter_, assignee_, call_proc_inst_id_
                          from act_hi_actinst
                         where proc_inst_id_ = :instance
                         order by start_time_, sequence_counter_, id_
                        """)
                .param("instance", instance)
                .query((row, number) -> new Visit(
                        row.getString("id_"),
                        row.getString("act_id_"),
                        row.getString("act_name_"),
                        row.getString("act_type_"),
                        instant(row, "start_time_"),
                        instant(row, "end_time_"),
                        row.getBoolean("cancelled"),
                        row.getLong("sequence_counter_"),
                        row.getString("assignee_"),
                        row.getString("call_proc_inst_id_")))
                .list();
    }

    List<Change> changes(String instance) {
        return db.sql(
                        """
                        select v.name_, v.var_type_, %s value, v.rev_, v.time_,
                               (select a.act_id_ from act_hi_actinst a where a.id_ = v.act_inst_id_) step
                          from act_hi_detail v
                         where v.proc_inst_id_ = :instance and v.type_ = 'VariableUpdate'
                         order by v.time_, v.sequence_counter_, v.name_
                        """
                                .formatted(VALUE))
                .param("instance", instance)
                .query((row, number) -> new Change(
                        row.getString("name_"),
                        row.getString("var_type_"),
                        row.getString("value"),
                        row.getInt("rev_"),
                        instant(row, "time_"),
                        row.getString("step")))
                .list();
    }

    /** What was done to the instance, and what to the drawing it goes by or to what came with it. */
    List<Operation> operations(String instance, String process, String deployment) {
        return db.sql(
                        """
                        select o.timestamp_, o.user_id_, o.operation_type_, o.entity_type_, o.property_, o.org_value_,
                               o.new_value_, o.annotation_,
                               (select t.task_def_key_ from act_hi_taskinst t where t.id_ = o.task_id_) step
                          from (select * from act_hi_op_log where proc_inst_id_ = :instance
                                union all
                                select * from act_hi_op_log
                                 where proc_inst_id_ is null
                                   and entity_type_ in ('Deployment', 'ProcessDefinition', 'JobDefinition')
                                   and (deployment_id_ = :deployment or proc_def_key_ = :process)) o
                         order by o.timestamp_, o.id_
                        """)
                .param("instance", instance)
                .param("process", process)
                .param("deployment", deployment)
                .query((row, number) -> new Operation(
                        instant(row, "timestamp_"),
                        row.getString("user_id_"),
                        row.getString("operation_type_"),
                        row.getString("entity_type_"),
                        row.getString("property_"),
                        row.getString("org_value_"),
                        row.getString("new_value_"),
                        row.getString("step"),
                        row.getString("annotation_")))
                .list();
    }

    List<Decided> decided(String instance) {
        return db.sql(
                        """
                        select id_, dec_def_key_, dec_def_id_, dec_def_name_, act_id_, eval_time_
                          from act_hi_decinst
                         where proc_inst_id_ = :instance
                         order by eval_time_, id_
                        """)
                .param("instance", instance)
                .query((row, number) -> new Decided(
                        row.getString("id_"),
                        row.getString("dec_def_key_"),
                        row.getString("dec_def_id_"),
                        row.getString("dec_def_name_"),
                        row.getString("act_id_"),
                        instant(row, "eval_time_")))
                .list();
    }

    List<Value> inputs(List<String> decisions) {
        return values("null::text rule_id_, null::integer rule_order_", "act_hi_dec_in", decisions);
    }

    List<Value> outputs(List<String> decisions) {
        return values("v.rule_id_, v.rule_order_", "act_hi_dec_out", decisions);
    }

    private List<Value> values(String rule, String table, List<String> decisions) {
        return db.sql(
                        """
                        select v.dec_inst_id_, v.clause_id_, v.clause_name_, %s, %s value
                          from %s v
                         where v.dec_inst_id_ = any (:decisions::text[])
                         order by rule_order_, v.id_
                        """
                                .formatted(rule, VALUE, table))
                .param("decisions", decisions.toArray(String[]::new))
                .query((row, number) -> new Value(
                        row.getString("dec_inst_id_"),
                        row.getString("clause_id_"),
                        row.getString("clause_name_"),
                        row.getString("value"),
                        row.getString("rule_id_"),
                        row.getObject("rule_order_", Integer.class)))
                .list();
    }

    /** Incidents, and every try of a step that failed. */
    List<Failure> failures(String instance) {
        return db.sql(
                        """
                        select create_time_ at_, end_time_, incident_type_ kind, activity_id_ step, null::integer tries,
                               incident_msg_ message
                          from act_hi_incident where proc_inst_id_ = :instance
                        union all
                        select timestamp_, null, 'try', act_id_, job_retries_ - 1, job_exception_msg_
                          from act_hi_job_log where process_instance_id_ = :instance and job_state_ = 1
                         order by at_
                        """)
                .param("instance", instance)
                .query((row, number) -> new Failure(
                        instant(row, "at_"),
                        instant(row, "end_time_"),
                        row.getString("kind"),
                        row.getString("step"),
                        row.getObject("tries", Integer.class),
                        row.getString("message")))
                .list();
    }
}
