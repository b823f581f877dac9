package org.minyi.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Collection;
import java.util.Map;
import org.minyi.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts as they are kept. The time is the database's, the link its trigger's: neither is ours to tell. */
@Repository
class FactTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient db;

    FactTables(JdbcClient db) {
        this.db = db;
    }

    void insert(Collection<Fact> facts) {
        db.sql(
                        """
                        insert into audit.fact (id, deed, by_whom, matter_id, told)
                        select * from unnest(:ids::uuid[], :deeds::text[], :bys::text[], :matters::uuid[], :told::text[])
                        """)
                .param("ids", Columns.texts(facts, fact -> UuidCreator.getTimeOrderedEpoch()))
                .param("deeds", Columns.texts(facts, fact -> fact.deed().name()))
                .param("bys", Columns.texts(facts, Fact::by))
                .param("matters", Columns.texts(facts, Fact::matter))
                .param("told", Columns.texts(facts, fact -> json(fact.told())))
                .update();
    }

    private static String json(Map<String, String> told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
