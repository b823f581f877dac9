package org.minyi.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of parties. */
@Repository
class PartyTable {

    private final JdbcClient db;

    PartyTable(JdbcClient db) {
        this.db = db;
    }

    void insert(UUID matter, String unit, String user, Parties.Part part, Instant since) {
        db.sql(
                        """
                        insert into party (matter_id, unit_code, user_id, part, since)
                        values (:matter, :unit, :user, :part, :since)
                            on conflict do nothing
                        """)
                .param("matter", matter)
                .param("unit", unit)
                .param("user", user)
                .param("part", part.name())
                .param("since", Timestamp.from(since))
                .update();
    }

    List<UnitCode> units(UUID matter) {
        return db.sql("select distinct unit_code from party where matter_id = :matter and unit_code <> ''")
                .param("matter", matter)
                .query((row, at) -> new UnitCode(row.getString("unit_code")))
                .list();
    }

    List<String> users(UUID matter) {
        return db.sql("select distinct user_id from party where matter_id = :matter and user_id <> ''")
                .param("matter", matter)
                .query(String.class)
                .list();
    }
}
