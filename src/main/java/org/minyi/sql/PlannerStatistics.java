package org.minyi.sql;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database's planner believes of a table. */
@Repository
public class PlannerStatistics {

    private final JdbcClient db;

    PlannerStatistics(JdbcClient db) {
        this.db = db;
    }

    /**
     * Tells the planner when so many rows came that it takes the table for less than a quarter of what it is: autovacuum
     * looks once a minute, and a first wave is through by then.
     *
     * @param table a name written in the code, never one that was told
     */
    public void lookAgain(String table, int rows) {
        if (db.sql("select reltuples < :rows / 4 from pg_class where oid = cast(:table as regclass)")
                .param("rows", rows)
                .param("table", table)
                .query(Boolean.class)
                .single()) {
            look(table);
        }
    }

    /** Tells the planner what stands in a table now. */
    public void look(String table) {
        db.sql("select minyi.analyze_table(cast(:table as regclass))")
                .param("table", table)
                .query((row, number) -> true)
                .single();
    }
}
