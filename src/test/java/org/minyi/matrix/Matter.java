package org.minyi.matrix;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One matter of the matrix: what its parts are called, so that it can be asked for, and all by which it is recognised in
 * an answer.
 *
 * @param parts what stands in a path or a body, by name
 * @param marks ids, numbers and words that belong to this matter alone
 * @param sealed name and number of whom it is from: nobody of the matrix reads them
 */
record Matter(String title, UUID complaint, Map<String, String> parts, Set<String> marks, Set<String> sealed) {

    private static final Pattern MARK =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|20\\d\\d-\\d{6}|matrix-[a-z]+-\\d");

    private static final List<String> OF_INSTANCES = List.of(
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_decinst",
            "act_hi_identitylink",
            "act_hi_comment",
            "act_hi_attachment",
            "act_hi_incident");

    /** What the form of a task asks for: all else is refused to everybody, whoever they are. */
    private static final Map<String, String> FIELDS = Map.of(
            "userTask_triage", "triageWords",
            "userTask_signOrder", "signDecision",
            "userTask_rectify", "rectifyWords");

    /** Everything in a text that might be a mark. */
    static Set<String> marksIn(String text) {
        var found = new LinkedHashSet<String>();
        var matcher = MARK.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Everything the database knows of a matter by now. */
    static Matter read(JdbcClient db, String title, UUID complaint, Set<String> words, Set<String> sealed) {
        var reading = new Reading(db, complaint.toString());
        var root = reading.one("select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?", reading.of());
        var parts = new HashMap<String, String>();
        // Only of an instance itself does the engine keep which family it is of, and a task waits in a branch of one.
        var open =
                "from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.root_proc_inst_id_ = ?";
        parts.put("complaint", reading.of());
        parts.put("number", reading.one("select number from complaint where id = ?::uuid", reading.of()));
        parts.put("document", reading.one("select id::text from notice where matter_id = ?::uuid", reading.of()));
        parts.put(
                "handedIn",
                reading.one(
                        "select attachment_id::text from complaint_attachment where complaint_id = ?::uuid",
                        reading.of()));
        parts.put("reference", reading.one("select reference from complaint where id = ?::uuid", reading.of()));
        var waiting = reading.one("select t.proc_inst_id_ " + open, root);
        parts.put("instance", waiting.equals("none") ? root : waiting);
        parts.put("task", reading.one("select t.id_ " + open, root));
        parts.put("field", field(reading.one("select t.task_def_key_ " + open, root)));
        parts.put("execution", reading.one("select t.execution_id_ " + open, root));
        parts.put("definition", reading.one("select t.proc_def_id_ " + open, root));
        parts.put(
                "variable",
                reading.one(
                        "select v.id_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_"
                                + " where e.root_proc_inst_id_ = ? and v.name_ = 'matterNumber' order by v.id_ desc",
                        root));
        // No step of an order has a timer of its own; the respondent's window to object has.
        parts.put(
                "job",
                reading.one(
                        "select j.id_ from act_ru_job j join act_ru_variable v on v.proc_inst_id_ = j.process_instance_id_"
                                + " where v.name_ = 'matterId' and v.text_ = ?",
                        reading.of()));
        var last = " where root_proc_inst_id_ = ? order by id_ desc limit 1";
        parts.put("detail", reading.one("select id_ from act_hi_detail" + last, root));
        parts.put("activity", reading.one("select id_ from act_hi_actinst" + last, root));
        parts.put("jobLog", reading.one("select id_ from act_hi_job_log" + last, root));
        parts.put("decision", reading.one("select id_ from act_hi_decinst" + last, root));
        parts.put("comment", reading.one("select id_ from act_hi_comment" + last, root));
        parts.put("attachment", reading.one("select id_ from act_hi_attachment" + last, root));
        parts.put("operation", reading.one("select operation_id_ from act_hi_op_log" + last, root));
        parts.put("filter", reading.any("select id_ from act_ru_filter order by id_ limit 1"));
        parts.put("deployment", reading.any("select id_ from act_re_deployment order by id_ limit 1"));
        parts.put("jobDefinition", reading.any("select id_ from act_ru_jobdef order by id_ limit 1"));
        parts.put("decisionDefinition", reading.any("select id_ from act_re_decision_def order by id_ limit 1"));

        parts.put("incident", reading.one("select id_ from act_hi_incident" + last, root));
        parts.values().removeIf("none"::equals);

        var marks = new LinkedHashSet<>(words);
        marks.add(reading.of());
        marks.add(parts.get("number"));
        marks.addAll(reading.all("select id::text from work_order where complaint_id = ?::uuid", reading.of()));
        for (var table : OF_INSTANCES) {
            marks.addAll(reading.all("select id_ from " + table + " where root_proc_inst_id_ = ?", root));
        }
        marks.addAll(reading.all(
                "select attachment_id::text from complaint_attachment where complaint_id = ?::uuid", reading.of()));
        marks.addAll(reading.all("select id::text from notice where matter_id = ?::uuid", reading.of()));
        marks.addAll(reading.all(
                "select proc_inst_id_ from act_hi_procinst where business_key_ in"
                        + " (select id::text from notice where matter_id = ?::uuid)",
                reading.of()));
        marks.addAll(reading.all("select operation_id_ from act_hi_op_log where root_proc_inst_id_ = ?", root));
        for (var table : List.of("act_ru_execution", "act_ru_variable")) {
            marks.addAll(reading.all(
                    "select id_ from " + table + " where proc_inst_id_ in"
                            + " (select proc_inst_id_ from act_hi_procinst where root_proc_inst_id_ = ?)",
                    root));
        }
        marks.removeIf(mark -> !MARK.matcher(mark).matches());
        return new Matter(title, complaint, Map.copyOf(parts), Set.copyOf(marks), sealed);
    }

    private static String field(String step) {
        if (!step.equals("none") && !FIELDS.containsKey(step)) {
            throw new IllegalStateException("which field does the form of " + step + " ask for?");
        }
        return FIELDS.getOrDefault(step, "none");
    }

    /** Whether there is still something to be done about it. */
    boolean isOpen() {
        return parts.containsKey("task");
    }

    @Override
    public String toString() {
        return title;
    }

    private record Reading(JdbcClient db, String of) {

        String one(String query, String key) {
            return all(query, key).stream().findFirst().orElse("none");
        }

        String any(String query) {
            return db.sql(query).query(String.class).list().stream().findFirst().orElse("none");
        }

        List<String> all(String query, String key) {
            return db.sql(query).param(key).query(String.class).list().stream()
                    .filter(one -> one != null)
                    .toList();
        }
    }
}
