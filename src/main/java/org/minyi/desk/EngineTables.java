package org.minyi.desk;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, by the engine's own scripts, made by the owner of the database: the application's role may
 * not make any. Where an engine made them itself, before there was an owner, they stay. A new version of the engine
 * brings upgrade scripts: a migration like this one runs them.
 */
@Component
class EngineTables implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("98");
    }

    @Override
    public String getDescription() {
        return "desk";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set local search_path to public");
            if (areMissing(connection)) {
                for (var part : new String[] {
                    "engine",
                    "history",
                    "identity",
                    "case.engine",
                    "case.history",
                    "decision.engine",
                    "decision.history"
                }) {
                    ScriptUtils.executeSqlScript(connection, new ClassPathResource(SCRIPT.formatted(part)));
                }
            }
            // Lets the planner know how often a permission bit is set. Without this it expects 60 rows of the
            // authorisation join, gets 12,000, and a leader's task count takes seconds (ENGINE.md section 5).
            statement.execute(
                    """
                    create statistics if not exists task_permissions
                        on (perms_ & 2), (perms_ & 64) from act_ru_authorization
                    """);
        }
    }

    private static boolean areMissing(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('public.act_ge_property') is null")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
