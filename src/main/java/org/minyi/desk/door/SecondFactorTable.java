package org.minyi.desk.door;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of second factors. */
@Repository
class SecondFactorTable {

    private final JdbcClient db;

    SecondFactorTable(JdbcClient db) {
        this.db = db;
    }

    /** A sealed secret, and whether its person has shown a code of it yet. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] secret, boolean confirmed) {}

    Optional<Kept> find(String userId) {
        return db.sql("select secret, confirmed_at is not null as confirmed from second_factor where user_id = :user")
                .param("user", userId)
                .query((row, number) -> new Kept(row.getBytes("secret"), row.getBoolean("confirmed")))
                .optional();
    }

    /** Of two who begin at once the first one's secret stays. */
    void insert(String userId, byte[] secret) {
        db.sql("insert into second_factor (user_id, secret) values (:user, :secret) on conflict do nothing")
                .param("user", userId)
                .param("secret", secret)
                .update();
    }

    /** Uses up the code of a step and those before it; false when it was used up already. */
    boolean use(String userId, long step, Instant now) {
        return db.sql(
                                """
                                update second_factor
                                   set last_step = :step, confirmed_at = coalesce(confirmed_at, :now)
                                 where user_id = :user and last_step < :step
                                """)
                        .param("user", userId)
                        .param("step", step)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean delete(String userId) {
        return db.sql("delete from second_factor where user_id = :user")
                        .param("user", userId)
                        .update()
                == 1;
    }
}
