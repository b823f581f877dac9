package org.minyi.channel.sms;

import static org.minyi.sql.Columns.texts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Long texts leave in parts, and each part is reported for itself: the message is delivered when all its parts are, and
 * has failed as soon as one of them has.
 */
@Repository
class PartTables {

    private final JdbcClient db;

    PartTables(JdbcClient db) {
        this.db = db;
    }

    private record Part(String gatewayId, UUID sms) {}

    /** Keeps the ids of what left in parts. */
    void insert(List<SmsTables.Settled> messages) {
        var parts = messages.stream()
                .filter(SmsTables.Settled::inParts)
                .flatMap(sms -> sms.gatewayIds().stream().map(id -> new Part(id, sms.id())))
                .toList();
        if (!parts.isEmpty()) {
            db.sql(
                            """
                            insert into sms_part (gateway_id, sms_id)
                            select * from unnest(:gateways::text[], :sms::uuid[])
                            on conflict (gateway_id) do nothing
                            """)
                    .param("gateways", texts(parts, Part::gatewayId))
                    .param("sms", texts(parts, Part::sms))
                    .update();
        }
    }

    /** Writes down what became of parts, and moves their messages on. Answers the ids that are a part's. */
    Set<String> report(List<DeliveryReport> reports) {
        var gateways = texts(reports, DeliveryReport::gatewayId);
        var known = db.sql("select gateway_id, sms_id from sms_part where gateway_id = any(:gateways::text[])")
                .param("gateways", gateways)
                .query((row, at) -> new Part(row.getString("gateway_id"), row.getObject("sms_id", UUID.class)))
                .list();
        if (!known.isEmpty()) {
            var messages = texts(known, Part::sms);
            lock(messages);
            db.sql(
                            """
                            update sms_part p set outcome = t.outcome, told_at = t.told_at
                              from unnest(:gateways::text[], :outcomes::text[], :at::timestamptz[])
                                     t (gateway_id, outcome, told_at)
                             where p.gateway_id = t.gateway_id
                               and (p.outcome is null or (p.outcome = 'EXPIRED' and t.outcome = 'DELIVERED'))
                            """)
                    .param("gateways", gateways)
                    .param("outcomes", texts(reports, DeliveryReport::outcome))
                    .param("at", texts(reports, DeliveryReport::at))
                    .update();
            move(messages);
        }
        return known.stream().map(Part::gatewayId).collect(Collectors.toCollection(HashSet::new));
    }

    /** Two reports of one message at once: the second one sees what the first has written. */
    private void lock(String[] messages) {
        db.sql("select id from sms where id = any(:sms::uuid[]) order by id for update")
                .param("sms", messages)
                .query(UUID.class)
                .list();
    }

    private void move(String[] messages) {
        db.sql(
                        """
                        with told as (
                          select p.sms_id, max(p.told_at) as told_at,
                                 case when bool_or(p.outcome = 'FAILED') then 'FAILED'
                                      when bool_or(p.outcome = 'EXPIRED') then 'EXPIRED'
                                      when count(p.outcome) = s.parts then 'DELIVERED' end as outcome
                            from sms_part p
                            join sms s on s.id = p.sms_id
                           where p.sms_id = any(:sms::uuid[])
                           group by p.sms_id, s.parts
                        ), moved as (
                          update sms set state = told.outcome, moved_at = told.told_at
                            from told
                            join sms was on was.id = told.sms_id
                           where sms.id = was.id and told.outcome is not null
                             and (sms.state in ('ACCEPTED', 'UNKNOWN')
                               or (sms.state = 'EXPIRED' and told.outcome = 'DELIVERED'))
                          returning sms.link, sms.sent_at, sms.state, was.state as before
                        )
                        %s
                        """
                                .formatted(LinkMinutes.REPORTED))
                .param("sms", messages)
                .update();
    }

    /** Takes out parts of messages that ended before the instant. Answers how many. */
    int clear(Instant before, int atMost) {
        return db.sql(
                        """
                        delete from sms_part where gateway_id in (
                          select p.gateway_id from sms_part p join sms s on s.id = p.sms_id
                           where s.state in ('DELIVERED', 'FAILED', 'EXPIRED') and s.moved_at < :before
                           limit :atMost)
                        """)
                .param("before", Timestamp.from(before))
                .param("atMost", atMost)
                .update();
    }

    /** Parked reports that are a part's, by now. */
    void unpark() {
        var told = db.sql(
                        """
                        delete from sms_report r using sms_part p where p.gateway_id = r.gateway_id
                        returning r.gateway_id, r.outcome, r.reported_at
                        """)
                .query((row, at) -> new DeliveryReport(
                        row.getString("gateway_id"),
                        "",
                        "",
                        DeliveryReport.Outcome.valueOf(row.getString("outcome")),
                        row.getTimestamp("reported_at").toInstant()))
                .list();
        if (!told.isEmpty()) {
            report(DeliveryReport.oneEach(told));
        }
    }
}
