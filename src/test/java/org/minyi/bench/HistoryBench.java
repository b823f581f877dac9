package org.minyi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.minyi.Application;
import org.minyi.LoggedIn;
import org.minyi.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The history of three years: 1,000,000 finished instances of 250,000 matters (each a complaint, its work order and two
 * return calls), every instance with 5 activities, 4 changes of variables, 2 tasks and 2 operations. Asked over HTTP with
 * a web session as the auditor, a sub-centre's leader and an officer, each time for something else. Fewer with
 * {@code JAVA_TOOL_OPTIONS=-Dhistory.instances=200000}.
 */
final class HistoryBench implements Bench.Measured {

    private static final int INSTANCES = Integer.getInteger("history.instances", 1_000_000);
    private static final int MATTERS = INSTANCES / 4;
    private static final int ASKED = 60;
    private static final String GOAL = "< 500 ms";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, LoggedIn> people = new HashMap<>();
    private int port;

    @Override
    public void run(Figures figures) throws Exception {
        var settings = Arrays.stream(TestDatabase.settings())
                .map(setting -> "--" + setting)
                .toList();
        var arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("--server.port=0", "--minyi.demonstration=true", "--minyi.simulator=false"));
        try (var minyi = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .run(arguments.toArray(String[]::new))) {
            port = minyi.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            lay(minyi.getBean(DataSource.class), minyi.getBean(JdbcTemplate.class));
            measure(figures);
        }
    }

    private void measure(Figures figures) throws Exception {
        var page = read("", "auditor1");
        var forty = new String[] {""};
        for (var i = 1; i < 40; i++) {
            forty[0] = "?after=" + page.path("next").asText();
            page = read(forty[0], "auditor1");
        }
        ask(figures, "first page", i -> "");
        ask(figures, "page 40", i -> forty[0]);
        ask(figures, "by matter number", i -> "?number=2026-%06d".formatted(1 + i * 3571 % MATTERS));
        ask(figures, "by post", i -> "?unit=9901%02d%02d0000".formatted(1 + i % 13, 1 + i % 5));
        ask(figures, "by sub-centre and its posts", i -> "?unit=9901%02d000000".formatted(1 + i % 13));
        ask(figures, "by officer", i -> "?officer=officer%02d%02d".formatted(1 + i % 13, 1 + i % 5));
        ask(figures, "by caller", i -> "?officer=caller" + (1 + i % 4));
        ask(figures, "by somebody who left two years ago", i -> "?officer=leader13&state=ENDED");
        ask(figures, "by step", i -> "?step=" + (i % 2 == 0 ? "userTask_rectify" : "userTask_decideFinally"));
        ask(figures, "by day of beginning", i -> "?startedFrom=2025-%1$02d-%2$02d&startedTo=2025-%1$02d-%2$02d"
                .formatted(1 + i % 12, 1 + i % 28));
        ask(figures, "by day of ending", i -> "?endedFrom=2024-%1$02d-%2$02d&endedTo=2024-%1$02d-%2$02d"
                .formatted(1 + i % 12, 1 + i % 28));
        ask(
                figures,
                "by outcome",
                i -> "?outcome=" + (i % 2 == 0 ? "endEvent_closedSatisfied" : "endEvent_finalDisposal"));
        ask(
                figures,
                "by unit, process, state and month",
                i ->
                        "?unit=9901%02d000000&process=work-order&state=ENDED&startedFrom=2025-%02d-01&startedTo=2025-%2$02d-28"
                                .formatted(1 + i % 13, 1 + i % 12));
        var leader = "leader01";
        ask(figures, "first page of a sub-centre's leader", i -> "", leader);
        ask(
                figures,
                "leader, by matter number",
                i -> "?number=2026-%06d".formatted(13 * (1 + i * 271 % (MATTERS / 13))),
                leader);
        ask(figures, "leader, by officer", i -> "?officer=officer01%02d".formatted(1 + i % 5), leader);
        ask(figures, "leader, by step", i -> "?step=userTask_decideFinally", leader);
        ask(
                figures,
                "leader, by day of ending",
                i -> "?endedFrom=2024-%1$02d-%2$02d&endedTo=2024-%1$02d-%2$02d".formatted(1 + i % 12, 1 + i % 28),
                leader);
        ask(figures, "leader, by outcome", i -> "?outcome=endEvent_finalDisposal", leader);
        ask(figures, "first page of an officer", i -> "", "officer0101");
        var ids = new String[ASKED + 5];
        for (var i = 0; i < ids.length; i++) {
            ids[i] = read("?process=work-order&number=2026-%06d".formatted(1 + i * 2917 % MATTERS), "auditor1")
                    .at("/instances/0/id")
                    .asText();
        }
        ask(figures, "one instance, everything kept of it", i -> "/" + ids[i % ids.length]);
    }

    private void ask(Figures figures, String what, IntFunction<String> path) throws Exception {
        ask(figures, what, path, "auditor1");
    }

    private void ask(Figures figures, String what, IntFunction<String> path, String user) throws Exception {
        var took = new double[ASKED];
        for (var i = -5; i < ASKED; i++) {
            var start = System.nanoTime();
            read(path.apply(i + 5), user);
            if (i >= 0) {
                took[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        figures.add("history, " + what, "ms", GOAL, took);
        figures.add("history, " + what + ", p95", "ms", GOAL, took[(int) (ASKED * 0.95)]);
        System.out.printf("%s: median %.0f ms, p95 %.0f ms%n", what, took[ASKED / 2], took[(int) (ASKED * 0.95)]);
    }

    private JsonNode read(String path, String user) throws Exception {
        var answer = people.computeIfAbsent(user, who -> LoggedIn.as(port, who, "minyi"))
                .get("/history/api/instances" + path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Laid down as rows: an engine would work on a million matters for hours. */
    private static void lay(DataSource pool, JdbcTemplate database) {
        var indexes = database.query(
                """
                select indexname, indexdef from pg_indexes i
                 where tablename in ('act_hi_actinst', 'act_hi_detail', 'act_hi_op_log', 'act_hi_taskinst',
                                     'act_hi_decinst', 'act_hi_dec_in', 'act_hi_dec_out')
                   and not exists (select from pg_constraint where conname = indexname)
                """,
                (row, number) -> Map.entry(row.getString("indexname"), row.getString("indexdef")));
        // Indexes are built when the rows are there, and nothing of it has to survive a crash.
        for (var table :
                List.of("procinst", "actinst", "detail", "op_log", "taskinst", "decinst", "dec_in", "dec_out")) {
            TestDatabase.asOwner(pool, "alter table act_hi_%s set unlogged".formatted(table));
        }
        for (var index : indexes) {
            TestDatabase.asOwner(pool, "drop index " + index.getKey());
        }
        for (var step : STEPS) {
            var start = System.nanoTime();
            database.update(step.formatted(MATTERS));
            System.out.printf(
                    "laid down in %.0f s: %s%n",
                    (System.nanoTime() - start) / 1e9,
                    step.strip().lines().findFirst().orElse(""));
        }
        var start = System.nanoTime();
        for (var index : indexes) {
            TestDatabase.asOwner(pool, "set maintenance_work_mem = '512MB'; " + index.getValue());
        }
        TestDatabase.asOwner(pool, "analyze");
        System.out.printf(
                "%d indexes built and looked at in %.0f s%n", indexes.size(), (System.nanoTime() - start) / 1e9);
    }

    /** Matter n is of the post n names, began when n says, and every process of it hangs on the complaint's. */
    private static final String[] STEPS = {
        """
        insert into complaint (id, number, title, channel, kind, person_id, respondent_unit, respondent_officer, state,
                               raised_at, raised_by, closed_at, outcome)
        select md5('m' || n)::uuid, '2026-' || lpad(n::text, 6, '0'), 'Household registration – Delay', 'HOTLINE', 'COMPLAINT',
               md5('p' || n)::uuid, '9901' || lpad((1 + n %% 13)::text, 2, '0') || lpad((1 + n %% 5)::text, 2, '0') || '0000',
               case when n %% 50 = 0 then 'officer0101' end, 'CLOSED',
               timestamptz '2026-11-01 08:00+08' - (%1$d - n) * interval '3 years' / %1$d, 'triage1',
               timestamptz '2026-11-01 08:00+08' - (%1$d - n) * interval '3 years' / %1$d + interval '9 days', 'SATISFIED'
          from generate_series(1, %1$d) n
        """,
        """
        insert into work_order (id, complaint_id, number, person_id, category, severity, respondent_unit, handling_unit,
                                executing_unit, state, outcome, opened_at, closed_at)
        select md5('o' || n)::uuid, md5('m' || n)::uuid, '2026-' || lpad(n::text, 6, '0'), md5('p' || n)::uuid, 'DELAY', 'ORDINARY',
               '9901' || lpad((1 + n %% 13)::text, 2, '0') || lpad((1 + n %% 5)::text, 2, '0') || '0000',
               '9901' || lpad((1 + n %% 13)::text, 2, '0') || '000000',
               '9901' || lpad((1 + n %% 13)::text, 2, '0') || lpad((1 + n %% 5)::text, 2, '0') || '0000',
               'CLOSED', 'SATISFIED', now(), now()
          from generate_series(1, %1$d) n
        """,
        """
        insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_,
                                     duration_, start_act_id_, end_act_id_, super_process_instance_id_, root_proc_inst_id_, state_)
        select md5('i' || k || n)::uuid, md5('i' || k || n)::uuid,
               case k when 1 then md5('o' || n)::uuid else md5('m' || n)::uuid end, d.key_, d.id_,
               at, at + interval '8 days' - k * interval '1 day', 691200000 - k * 86400000, 'startEvent',
               case k when 0 then 'endEvent_closed'
                      when 1 then case n %% 500 when 0 then 'endEvent_finalDisposal' else 'endEvent_closedSatisfied' end
                      when 2 then 'endEvent_dissatisfied' else 'endEvent_satisfied' end,
               case when k > 0 then md5('i0' || n)::uuid end, md5('i0' || n)::uuid, 'COMPLETED'
          from generate_series(1, %1$d) n
          cross join generate_series(0, 3) k
          cross join lateral (select timestamp '2026-11-01 08:00' - (%1$d - n) * interval '3 years' / %1$d + k * interval '1 hour' as at) t
          join lateral (select id_, key_ from act_re_procdef
                         where key_ = (array['complaint', 'work-order', 'return-call', 'return-call'])[k + 1]) d on true
        """,
        """
        insert into act_hi_taskinst (id_, task_def_key_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
                                     act_inst_id_, name_, assignee_, start_time_, end_time_)
        select gen_random_uuid(), step, p.proc_def_key_, p.proc_def_id_, p.root_proc_inst_id_, p.proc_inst_id_, 'x', step,
               case when p.proc_def_key_ = 'return-call' then 'caller' || (1 + r %% 4)
                    when p.proc_def_key_ = 'complaint' then 'triage1'
                    when p.start_time_ < timestamp '2024-11-01' and r %% 13 = 0 then 'leader13'
                    else 'officer' || lpad((1 + r %% 13)::text, 2, '0') || lpad((1 + r %% 5)::text, 2, '0') end,
               p.start_time_ + t * interval '1 hour', p.start_time_ + t * interval '5 hours'
          from (select p.*, row_number() over (order by start_time_) r from act_hi_procinst p) p
          cross join generate_series(1, 2) t
          cross join lateral (select case p.proc_def_key_
                   when 'return-call' then 'userTask_makeCall' when 'complaint' then 'userTask_triage'
                   else case when r %% 1000 = 3 then 'userTask_decideFinally' when t = 1 then 'userTask_rectify' else 'userTask_reviewRectification' end
                   end as step) s
         where %1$d > 0
        """,
        """
        insert into act_hi_actinst (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
                                    execution_id_, act_id_, act_name_, act_type_, start_time_, end_time_, duration_,
                                    act_inst_state_, sequence_counter_)
        select gen_random_uuid(), p.proc_inst_id_, p.proc_def_key_, p.proc_def_id_, p.root_proc_inst_id_, p.proc_inst_id_,
               p.proc_inst_id_, (array['startEvent_orderNeeded', 'serviceTask_openOrder', 'userTask_rectify',
               'userTask_reviewRectification', coalesce(p.end_act_id_, 'endEvent_none')])[a], 'Step ' || a, (array['startEvent', 'serviceTask', 'userTask',
               'userTask', 'noneEndEvent'])[a], p.start_time_ + a * interval '1 hour', p.start_time_ + a * interval '2 hours', 3600000, 0, a
          from act_hi_procinst p cross join generate_series(1, 5) a
         where %1$d > 0
        """,
        """
        insert into act_hi_detail (id_, type_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
                                   act_inst_id_, var_inst_id_, name_, var_type_, rev_, time_, text_, sequence_counter_, initial_)
        select gen_random_uuid(), 'VariableUpdate', p.proc_def_key_, p.proc_def_id_, p.root_proc_inst_id_, p.proc_inst_id_,
               p.proc_inst_id_, p.proc_inst_id_, 'x', (array['matterId', 'personId', 'category', 'handlingUnit'])[v],
               'string', 0, p.start_time_, p.business_key_, v, true
          from act_hi_procinst p cross join generate_series(1, 4) v
         where %1$d > 0
        """,
        """
        insert into act_hi_op_log (id_, proc_def_id_, proc_def_key_, root_proc_inst_id_, proc_inst_id_, user_id_, timestamp_,
                                   operation_type_, operation_id_, entity_type_, property_, new_value_, category_, task_id_)
        select gen_random_uuid(), t.proc_def_id_, t.proc_def_key_, t.root_proc_inst_id_, t.proc_inst_id_, t.assignee_,
               t.end_time_, 'Complete', gen_random_uuid(), 'Task', 'assignee', t.assignee_, 'TaskWorker', t.id_
          from act_hi_taskinst t
         where %1$d > 0
        """,
        """
        insert into act_hi_decinst (id_, dec_def_id_, dec_def_key_, dec_def_name_, proc_def_key_, proc_def_id_, proc_inst_id_,
                                    act_inst_id_, act_id_, eval_time_, root_proc_inst_id_)
        select gen_random_uuid(), d.id_, d.key_, d.name_, p.proc_def_key_, p.proc_def_id_, p.proc_inst_id_, 'x',
               'businessRuleTask', p.start_time_, p.root_proc_inst_id_
          from act_hi_procinst p
          join act_re_decision_def d on d.key_ in ('escalation-ladder', 'time-limit') and d.version_ = 1
         where p.proc_def_key_ = 'work-order' and %1$d > 0
        """,
        """
        insert into act_hi_dec_in (id_, dec_inst_id_, clause_id_, clause_name_, var_type_, text_, create_time_, root_proc_inst_id_)
        select gen_random_uuid(), d.id_, 'input' || i, 'Input ' || i, 'string', 'ORDINARY', d.eval_time_, d.root_proc_inst_id_
          from act_hi_decinst d cross join generate_series(1, 2) i
         where %1$d > 0
        """,
        """
        insert into act_hi_dec_out (id_, dec_inst_id_, clause_id_, clause_name_, rule_id_, rule_order_, var_name_, var_type_,
                                    text_, create_time_, root_proc_inst_id_)
        select gen_random_uuid(), d.id_, 'output', 'Output', 'rule1', 1, 'output', 'string', 'PT72H', d.eval_time_, d.root_proc_inst_id_
          from act_hi_decinst d
         where %1$d > 0
        """
    };
}
