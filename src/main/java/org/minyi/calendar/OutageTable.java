package org.minyi.calendar;

import static org.minyi.sql.Columns.instant;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When Minyi was at work, and when it was not. */
@Repository
class OutageTable {

    private final JdbcClient db;
    private final Duration noticedAfter;

    OutageTable(JdbcClient db, @Value("${minyi.outage.noticed-after:PT15M}") Duration noticedAfter) {
        this.db = db;
        this.noticedAfter = noticedAfter;
    }

    /** Whether it is so long that it counts. */
    boolean isLong(Instant from, Instant until) {
        return Duration.between(from, until).compareTo(noticedAfter) > 0;
    }

    /** When somebody was last at work, which whoever else asks learns after us; empty at the very first start. */
    Optional<Instant> lockBeat() {
        return db.sql("select at from heartbeat for update")
                .query((row, at) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    void beat(Instant now) {
        db.sql(
                        """
                        insert into heartbeat (at) values (:now)
                            on conflict (one) do update set at = greatest(heartbeat.at, excluded.at)
                        """)
                .param("now", Timestamp.from(now))
                .update();
    }

    void insert(Instant began, Instant ended) {
        db.sql("insert into outage (began_at, ended_at) values (:began, :ended) on conflict do nothing")
                .param("began", Timestamp.from(began))
                .param("ended", Timestamp.from(ended))
                .update();
    }

    /** The first one that is not over: where another followed before it was dealt with, that one comes next. */
    Optional<Outage> open() {
        return db.sql(
                        """
                        select began_at, ended_at, credited_at from outage
                         where over_at is null order by began_at limit 1
                        """)
                .query((row, at) -> new Outage(
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        instant(row, "credited_at")))
                .optional();
    }

    /** Whether open deadlines still lack the time of any outage, of one too that nobody has noticed yet. */
    boolean anyUncredited(Instant now) {
        return any("credited_at is null", now);
    }

    /** Whether any outage is not dealt with, one too that nobody has noticed yet. */
    boolean anyOpen(Instant now) {
        return any("over_at is null", now);
    }

    private boolean any(String outage, Instant now) {
        return db.sql("select exists (select from outage where " + outage
                        + ") or exists (select from heartbeat where at < :since)")
                .param("since", Timestamp.from(now.minus(noticedAfter)))
                .query(Boolean.class)
                .single();
    }

    void credited(Instant began, Instant now) {
        db.sql("update outage set credited_at = :now where began_at = :began and credited_at is null")
                .param("now", Timestamp.from(now))
                .param("began", Timestamp.from(began))
                .update();
    }

    void over(Instant began, Instant now) {
        db.sql("update outage set over_at = :now where began_at = :began and over_at is null")
                .param("now", Timestamp.from(now))
                .param("began", Timestamp.from(began))
                .update();
    }
}
