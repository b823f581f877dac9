package org.minyi.matrix;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row that belongs to a matter, in the rooms' tables and in the engine's, found by the names of their columns. */
final class Fingerprint {

    private static final String INSTANCES =
            """
            select i.proc_inst_id_ from act_hi_procinst i
              join act_hi_procinst r on r.proc_inst_id_ = i.root_proc_inst_id_ where r.business_key_ = '%1$s'""";

    private static final String TASKS = "select id_ from act_hi_taskinst where proc_inst_id_ in (" + INSTANCES + ")";

    private static final String ORDERS = "select id::text from work_order where complaint_id = '%1$s'";

    /** By the column that says whose a row is. */
    private static final List<String[]> OWNERS = List.of(
            new String[] {"public", "proc_inst_id_", INSTANCES},
            new String[] {"public", "process_instance_id_", INSTANCES},
            new String[] {"public", "task_id_", TASKS},
            new String[] {"public", "resource_id_", TASKS + " union " + INSTANCES},
            new String[] {"minyi", "complaint_id", "select '%1$s'"},
            new String[] {"minyi", "matter_id", "select '%1$s'"},
            new String[] {"minyi", "other_id", "select '%1$s'"},
            new String[] {"minyi", "subject_id", ORDERS},
            new String[] {"minyi", "work_order_id", ORDERS});

    private Fingerprint() {}

    static Set<String> of(JdbcClient db, Matter matter) {
        var rows = new TreeSet<String>();
        for (var owner : OWNERS) {
            var tables = db.sql(
                            """
                            select c.table_name from information_schema.columns c
                              join information_schema.tables t using (table_schema, table_name)
                             where c.table_schema = :schema and c.column_name = :column and t.table_type = 'BASE TABLE'
                            """)
                    .param("schema", owner[0])
                    .param("column", owner[1])
                    .query(String.class)
                    .list();
            for (var table : tables) {
                rows.addAll(rows(db, table, owner[1], owner[2].formatted(matter.complaint())));
            }
        }
        rows.addAll(rows(db, "complaint", "id", "select '%s'".formatted(matter.complaint())));
        return rows;
    }

    private static List<String> rows(JdbcClient db, String table, String column, String ids) {
        return db.sql("select '%1$s: ' || x from %1$s x where x.%2$s::text in (%3$s)".formatted(table, column, ids))
                .query(String.class)
                .list();
    }
}
