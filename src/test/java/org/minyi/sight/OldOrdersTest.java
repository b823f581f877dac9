package org.minyi.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.TestDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A unit's order that was opened by the version before loses what led to whose it is (V120__sight.sql). */
class OldOrdersTest {

    private String address;
    private JdbcClient db;

    /** The engine's tables as the engine's own scripts make them, and ours up to the version before. */
    @BeforeEach
    void a_database_of_the_version_before() throws SQLException {
        address = TestDatabase.fresh();
        db = JdbcClient.create(
                new DriverManagerDataSource(address + "?currentSchema=public,minyi", TestDatabase.OWNER, ""));
        try (var owner = TestDatabase.connect(TestDatabase.OWNER, address)) {
            for (var part : List.of(
                    "engine",
                    "history",
                    "identity",
                    "case.engine",
                    "case.history",
                    "decision.engine",
                    "decision.history")) {
                ScriptUtils.executeSqlScript(
                        owner,
                        new ClassPathResource(
                                "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
            }
        }
        migrateTo("119");
    }

    @Test
    void an_order_of_before_forgets_whose_it_is_and_nothing_else() {
        var complaint = instance("complaint", 1, null);
        var first = instance("work-order", 1, null);
        var second = instance("work-order", 2, null);
        var branch = instance("work-order", 2, second);
        for (var execution : List.of(complaint, first, second, branch)) {
            for (var name : List.of("personId", "lineId", "matterId", "executingUnit")) {
                carries(execution, execution.equals(branch) ? second : execution, name);
            }
        }

        migrateTo("120");

        assertThat(carried(complaint)).containsExactly("executingUnit", "lineId", "matterId", "personId");
        for (var order : List.of(first, second, branch)) {
            assertThat(carried(order)).containsExactly("executingUnit", "matterId");
        }
    }

    private void migrateTo(String version) {
        TestDatabase.tables(address).target(version).load().migrate();
    }

    /** An instance of this version of a process, or a branch of one. */
    private String instance(String process, int version, String parent) {
        var id = UUID.randomUUID().toString();
        db.sql(
                        """
                        insert into act_re_procdef (id_, rev_, key_, version_)
                        values (:definition, 1, :process, :version) on conflict do nothing
                        """)
                .param("definition", process + ":" + version)
                .param("process", process)
                .param("version", version)
                .update();
        db.sql(
                        """
                        insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, parent_id_, proc_def_id_)
                        values (:id, 1, coalesce(:parent, :id), coalesce(:parent, :id), :parent, :definition)
                        """)
                .param("id", id)
                .param("parent", parent, java.sql.Types.VARCHAR)
                .param("definition", process + ":" + version)
                .update();
        return id;
    }

    private void carries(String execution, String instance, String name) {
        db.sql(
                        """
                        insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, var_scope_, text_)
                        values (:id, 1, 'string', :name, :execution, :instance, :execution, 'x')
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("name", name)
                .param("execution", execution)
                .param("instance", instance)
                .update();
    }

    private List<String> carried(String execution) {
        return db.sql("select name_ from act_ru_variable where execution_id_ = ? order by name_")
                .param(execution)
                .query(String.class)
                .list();
    }
}
