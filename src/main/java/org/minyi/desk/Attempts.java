package org.minyi.desk;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts tries at anything that can be guessed: logins, receipts. One statement counts, so that no two tries on any node
 * ever get the same number.
 */
@Repository
public class Attempts {

    private final JdbcClient db;

    Attempts(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which try this is within the window; the try that reaches the limit starts the window anew: so long it is refused.
     *
     * @param account what is being guessed at
     * @param source from where
     */
    public int count(String account, String source, int limit, Instant now, Instant end) {
        return db.sql(
                        """
                        insert into login_attempt as known (account, source, attempts, ends_at)
                        values (:account, :source, 1, :end)
                        on conflict (account, source) do update
                           set attempts = case when known.ends_at <= :now then 1
                                               else least(known.attempts, 1000000) + 1 end,
                               ends_at = case when known.ends_at <= :now or known.attempts + 1 = :limit then :end
                                              else known.ends_at end
                        returning attempts
                        """)
                .param("account", account)
                .param("source", source)
                .param("limit", limit)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(end))
                .query(Integer.class)
                .single();
    }

    /** Takes back one try that turned out to be right. */
    public void takeBack(String account, String source) {
        db.sql(
                        """
                        update login_attempt set attempts = greatest(attempts - 1, 0)
                         where account = :account and source = :source
                        """)
                .param("account", account)
                .param("source", source)
                .update();
    }

    /** Forgets the wrong tries and remembers that this account came in from this source. */
    public void cameIn(String account, String source, Instant now) {
        db.sql(
                        """
                        update login_attempt set attempts = 0, came_in_at = :now
                         where account = :account and source = :source
                        """)
                .param("account", account)
                .param("source", source)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether this account came in from this source since then. */
    public boolean cameInSince(String account, String source, Instant then) {
        return db.sql(
                        """
                        select exists (select from login_attempt
                                        where account = :account and source = :source and came_in_at >= :then)
                        """)
                .param("account", account)
                .param("source", source)
                .param("then", Timestamp.from(then))
                .query(Boolean.class)
                .single();
    }

    /** Clears away what ended before then and was right at no time since. */
    public void forgetBefore(Instant then) {
        db.sql(
                        """
                        delete from login_attempt
                         where ends_at < :then and coalesce(came_in_at, ends_at) < :then
                        """)
                .param("then", Timestamp.from(then))
                .update();
    }
}
