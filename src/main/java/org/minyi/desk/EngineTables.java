package org.minyi.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine's own tables need to be told to PostgreSQL. Nothing here reads or changes a row. */
@Repository
class EngineTables {

    private final JdbcClient db;

    EngineTables(JdbcClient db) {
        this.db = db;
    }

    /**
     * Lets the planner know how often a permission bit is set. Without this it expects 60 rows of the authorisation join,
     * gets 12,000, and a leader's task count takes seconds (ENGINE.md section 5).
     */
    void tellPlannerAboutPermissions() {
        db.sql(
                        """
                        create statistics if not exists task_permissions
                            on (perms_ & 2), (perms_ & 64) from act_ru_authorization
                        """)
                .update();
        db.sql("analyze act_ru_authorization").update();
    }
}
