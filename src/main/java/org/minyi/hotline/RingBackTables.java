package org.minyi.hotline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of calls that were given up. SQL lives here and nowhere else in this room. */
@Repository
class RingBackTables {

    private final JdbcClient db;

    RingBackTables(JdbcClient db) {
        this.db = db;
    }

    boolean knows(UUID call) {
        return db.sql("select exists (select from ring_back_call where call_id = :call)")
                .param("call", call)
                .query(Boolean.class)
                .single();
    }

    /** False when the line has one already. */
    boolean open(UUID id, LineId line, Instant gaveUp) {
        return db.sql(
                                """
                                insert into ring_back (id, line_id, gave_up_at) values (:id, :line, :gaveUp)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("line", line.value())
                        .param("gaveUp", Timestamp.from(gaveUp))
                        .update()
                == 1;
    }

    /** The call belongs to whatever is open for the line. */
    void add(UUID call, LineId line, Instant gaveUp) {
        db.sql(
                        """
                        with latest as (
                          update ring_back set gave_up_at = greatest(gave_up_at, :gaveUp)
                           where line_id = :line and ended_at is null
                          returning id)
                        insert into ring_back_call (call_id, ring_back_id, gave_up_at)
                        select :call, id, :gaveUp from latest
                        on conflict do nothing
                        """)
                .param("call", call)
                .param("line", line.value())
                .param("gaveUp", Timestamp.from(gaveUp))
                .update();
    }

    /** How often it was tried by now. */
    int tried(UUID id) {
        return db.sql("update ring_back set tries = tries + 1 where id = :id returning tries")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void end(UUID id, RingBack outcome, Instant now) {
        db.sql("update ring_back set ended_at = :now, outcome = :outcome where id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("outcome", outcome.name())
                .param("id", id)
                .update();
    }

    /** Ends what is open for the line, where they have not given up again since. */
    Optional<UUID> endOf(LineId line, Instant answered, Instant now) {
        return db.sql(
                        """
                        update ring_back set ended_at = :now, outcome = 'CALLED_AGAIN'
                         where line_id = :line and ended_at is null and gave_up_at <= :answered
                        returning id
                        """)
                .param("now", Timestamp.from(now))
                .param("line", line.value())
                .param("answered", Timestamp.from(answered))
                .query(UUID.class)
                .optional();
    }

    List<RingBackDay> days(LocalDate from, LocalDate to, ZoneId zone) {
        return db.sql(
                        """
                        select (c.gave_up_at at time zone :zone)::date as day,
                               count(*) as calls,
                               count(*) filter (where r.outcome <> 'NOT_REACHED') as spoken_to,
                               count(*) filter (where r.ended_at is null) as open
                          from ring_back_call c join ring_back r on r.id = c.ring_back_id
                         where c.gave_up_at >= :from and c.gave_up_at < :to
                         group by 1
                         order by 1 desc
                        """)
                .param("zone", zone.getId())
                .param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(to.atStartOfDay(zone).toInstant()))
                .query((row, number) -> new RingBackDay(
                        row.getObject("day", LocalDate.class),
                        row.getInt("calls"),
                        row.getInt("spoken_to"),
                        row.getInt("open")))
                .list();
    }
}
