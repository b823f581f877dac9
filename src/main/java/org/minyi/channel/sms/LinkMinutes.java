package org.minyi.channel.sms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each link carried, minute by minute of leaving. Written by the statements that move messages, as their last part. */
@Repository
class LinkMinutes {

    /** Counts what {@code moved} (link, sent_at, state, before) brought to its end; an expiry that was none counts once. */
    static final String REPORTED =
            """
            insert into sms_link_minute as m (link, minute, reported, delivered)
            select link, date_trunc('minute', sent_at), count(*) filter (where before <> 'EXPIRED'),
                   count(*) filter (where state = 'DELIVERED')
              from moved
             where link is not null
             group by 2, 1 order by 2, 1
            on conflict (minute, link, counter) do update
               set reported = m.reported + excluded.reported, delivered = m.delivered + excluded.delivered""";

    private final JdbcClient db;

    LinkMinutes(JdbcClient db) {
        this.db = db;
    }

    /** What left over each link in a stretch of time; a link over which nothing did is left out. */
    Map<String, Carried> carried(Instant from, Instant until) {
        var carried = new LinkedHashMap<String, Carried>();
        db.sql(
                        """
                        select link, sum(accepted) as accepted, sum(parts) as parts, sum(refused) as refused,
                               sum(unanswered) as unanswered, sum(reported) as reported, sum(delivered) as delivered
                          from sms_link_minute
                         where minute >= :from and minute < :until
                         group by link order by link
                        """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(row -> {
                    carried.put(
                            row.getString("link"),
                            new Carried(
                                    row.getLong("accepted"),
                                    row.getLong("parts"),
                                    row.getLong("refused"),
                                    row.getLong("unanswered"),
                                    row.getLong("reported"),
                                    row.getLong("delivered")));
                });
        return carried;
    }
}
