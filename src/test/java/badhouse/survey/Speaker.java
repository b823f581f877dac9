package badhouse.survey;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Speaks SQL without being a repository, and of another room's table. */
class Speaker {

    JdbcClient db;

    String name() {
        return db.sql("""
                select p.name
                  from citizen.person p
                """)
                .query(String.class)
                .single();
    }
}
