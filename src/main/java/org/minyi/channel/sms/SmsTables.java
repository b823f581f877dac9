package org.minyi.channel.sms;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.Involvement;
import org.minyi.citizen.LineId;
import org.minyi.citizen.PersonId;
import org.minyi.sql.PlannerStatistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the outbox, spoken to in sets. */
@Repository
class SmsTables implements Involvement {

    private final JdbcClient db;
    private final PlannerStatistics statistics;
    private final PartTables parts;

    SmsTables(JdbcClient db, PlannerStatistics statistics, PartTables parts) {
        this.db = db;
        this.statistics = statistics;
        this.parts = parts;
    }

    /** What a link took: in the order in which it goes out. */
    record Claim(long id, List<Waiting> messages) {}

    record Waiting(UUID id, LineId line, String extension, String text) {

        @Override
        public String toString() {
            return "Waiting[id=" + id + "]";
        }
    }

    /** What the operator said to one message: ids (several for the parts of a long one), or a failure and none. */
    record Settled(UUID id, List<String> gatewayIds, Integer parts, String failure) {

        static Settled accepted(UUID id, List<String> gatewayIds, int parts) {
            return new Settled(id, gatewayIds, parts, null);
        }

        static Settled refused(UUID id, String failure) {
            return new Settled(id, List.of(), null, failure);
        }

        /** Of some of its parts the ids may be known. */
        static Settled lost(UUID id, List<String> gatewayIds, int parts) {
            return new Settled(id, gatewayIds, parts, "no answer");
        }

        static Settled lost(UUID id) {
            return new Settled(id, List.of(), null, "no answer");
        }

        /** Whether each part is reported for itself. */
        boolean inParts() {
            return !gatewayIds.isEmpty() && (gatewayIds.size() > 1 || failure != null);
        }

        /** The id under which the whole message is reported; null when each part has its own. */
        private String gatewayId() {
            return inParts() || gatewayIds.isEmpty() ? null : gatewayIds.get(0);
        }
    }

    // --- putting and taking back ---

    void insert(List<SmsDraft> drafts, Instant now) {
        db.sql(
                        """
                        insert into sms (id, batch_id, line_id, extension, text, not_before, put_at, moved_at)
                        select d.*, :now, :now
                          from unnest(:ids::uuid[], :batches::uuid[], :lines::uuid[], :extensions::text[],
                                      :texts::text[], :notBefore::timestamptz[]) d
                        on conflict (id) do nothing
                        """)
                .param("ids", texts(drafts, SmsDraft::id))
                .param("batches", texts(drafts, SmsDraft::batch))
                .param("lines", texts(drafts, SmsDraft::line))
                .param("extensions", texts(drafts, SmsDraft::extension))
                .param("texts", texts(drafts, SmsDraft::text))
                .param("notBefore", texts(drafts, SmsDraft::notBefore))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** To be called after so many messages were put, in the same transaction. */
    void filled(int messages) {
        statistics.lookAgain("sms", messages);
    }

    /** Takes back what has not left of a batch. */
    int withdraw(UUID batch, Instant now) {
        return withdraw("batch_id = :those::uuid", batch, now);
    }

    /** Takes back what has not left of these messages. */
    int withdraw(Collection<UUID> messages, Instant now) {
        return withdraw("id = any(:those::uuid[])", texts(messages, id -> id), now);
    }

    /**
     * Claim 0 keeps a message out of the queue for ever. What a link is sending is only marked: if the operator gives it
     * back, it stays here.
     */
    private int withdraw(String which, Object those, Instant now) {
        return db.sql(
                        """
                        update sms
                           set state = case state when 'SUBMITTING' then state else 'WITHDRAWN' end,
                               claim = case state when 'SUBMITTING' then claim else 0 end,
                               failure = case state when 'SUBMITTING' then 'withdrawn' else failure end,
                               moved_at = :now
                         where %s and state in ('PENDING', 'CLAIMED', 'SUBMITTING')
                        """
                                .formatted(which))
                .param("those", those)
                .param("now", Timestamp.from(now))
                .update();
    }

    // --- sending ---

    Optional<Claim> claim(String owner, int atMost, Instant now, Instant leaseUntil) {
        var claimed = db.sql(
                        """
                        insert into sms_claim (owner, lease_until, sms)
                        select :owner, :lease, due.ids
                          from (select array(select id from sms
                                              where claim is null and not_before <= :now
                                              order by not_before limit :atMost
                                                for update skip locked) as ids) due
                         where cardinality(due.ids) > 0
                        returning id, sms
                        """)
                .param("owner", owner)
                .param("lease", Timestamp.from(leaseUntil))
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query((row, at) -> new Taken(row.getLong("id"), uuids(row.getArray("sms"))))
                .optional();
        return claimed.map(taken -> new Claim(taken.id(), moveToClaimed(taken, now)));
    }

    private record Taken(long id, List<UUID> messages) {}

    private List<Waiting> moveToClaimed(Taken taken, Instant now) {
        return db.sql(
                        """
                        update sms set state = 'CLAIMED', claim = :claim, moved_at = :now
                         where id = any(:ids::uuid[])
                        returning id, line_id, extension, text
                        """)
                .param("claim", taken.id())
                .param("now", Timestamp.from(now))
                .param("ids", texts(taken.messages(), id -> id))
                .query((row, at) -> new Waiting(
                        row.getObject("id", UUID.class),
                        new LineId(row.getObject("line_id", UUID.class)),
                        row.getString("extension"),
                        row.getString("text")))
                .list();
    }

    /** Takes the next free stretch of a link's rate, over all nodes; answers when it begins. */
    Instant reserve(String link, int messages, int ratePerSecond, Instant now) {
        var stretch = Duration.ofNanos(messages * 1_000_000_000L / ratePerSecond);
        return db.sql(
                        """
                        insert into sms_rate as r (link, free_at)
                        values (:link, :now::timestamptz + :millis * interval '1 millisecond')
                        on conflict (link) do update
                           set free_at = greatest(r.free_at, :now) + :millis * interval '1 millisecond'
                        returning free_at - :millis * interval '1 millisecond' as begins_at
                        """)
                .param("link", link)
                .param("now", Timestamp.from(now))
                .param("millis", stretch.toNanos() / 1e6)
                .query((row, at) -> row.getTimestamp("begins_at").toInstant())
                .single();
    }

    /** Marks a window as leaving, and answers which messages really may: not the withdrawn, none after the lease. */
    Set<UUID> begin(long claim, String link, Collection<UUID> window, Instant now) {
        return new HashSet<>(db.sql(
                        """
                        update sms set state = 'SUBMITTING', link = :link, sent_at = :now, moved_at = :now
                         where id = any(:ids::uuid[]) and claim = :claim and state = 'CLAIMED'
                           and exists (select from sms_claim c where c.id = :claim and c.lease_until > :now)
                        returning id
                        """)
                .param("ids", texts(window, id -> id))
                .param("link", link)
                .param("claim", claim)
                .param("now", Timestamp.from(now))
                .query((row, at) -> row.getObject("id", UUID.class))
                .list());
    }

    /** Writes the operator's answers down. An answer later than the lease still resolves an UNKNOWN of this claim. */
    void settle(long claim, List<Settled> answers, Instant now) {
        db.sql(
                        """
                        with moved as (
                          update sms
                             set state = case when a.parts is null then 'FAILED' else 'ACCEPTED' end,
                                 gateway_id = a.gateway_id, parts = a.parts, failure = a.failure, moved_at = :now
                            from unnest(:ids::uuid[], :gateways::text[], :parts::smallint[], :failures::text[])
                                   a (id, gateway_id, parts, failure)
                           where sms.id = a.id and sms.claim = :claim and sms.state in ('SUBMITTING', 'UNKNOWN')
                          returning sms.link, sms.sent_at, sms.parts
                        )
                        insert into sms_link_minute as m (link, minute, accepted, parts, refused)
                        select link, date_trunc('minute', sent_at), count(parts), coalesce(sum(parts), 0),
                               count(*) - count(parts)
                          from moved
                         group by 2, 1 order by 2, 1
                        on conflict (minute, link, counter) do update
                           set accepted = m.accepted + excluded.accepted, parts = m.parts + excluded.parts,
                               refused = m.refused + excluded.refused
                        """)
                .param("ids", texts(answers, Settled::id))
                .param("gateways", texts(answers, Settled::gatewayId))
                .param("parts", texts(answers, Settled::parts))
                .param("failures", texts(answers, Settled::failure))
                .param("claim", claim)
                .param("now", Timestamp.from(now))
                .update();
        parts.insert(answers);
    }

    void lose(long claim, List<Settled> lost, Instant now) {
        db.sql(
                        """
                        with moved as (
                          update sms set state = 'UNKNOWN', parts = a.parts, failure = a.failure, moved_at = :now
                            from unnest(:ids::uuid[], :parts::smallint[], :failures::text[]) a (id, parts, failure)
                           where sms.id = a.id and sms.claim = :claim and sms.state = 'SUBMITTING'
                          returning sms.link, sms.sent_at
                        )
                        insert into sms_link_minute as m (link, minute, unanswered)
                        select link, date_trunc('minute', sent_at), count(*) from moved group by 2, 1 order by 2, 1
                        on conflict (minute, link, counter) do update set unanswered = m.unanswered + excluded.unanswered
                        """)
                .param("ids", texts(lost, Settled::id))
                .param("parts", texts(lost, Settled::parts))
                .param("failures", texts(lost, Settled::failure))
                .param("claim", claim)
                .param("now", Timestamp.from(now))
                .update();
        parts.insert(lost);
    }

    /** Back into the queue: messages of which not a byte left. What was withdrawn meanwhile stays here. */
    void release(long claim, Collection<UUID> messages, Instant now) {
        db.sql(
                        """
                        update sms
                           set state = case failure when 'withdrawn' then 'WITHDRAWN' else 'PENDING' end,
                               claim = case failure when 'withdrawn' then 0 end,
                               failure = null, sent_at = null, moved_at = :now
                         where id = any(:ids::uuid[]) and claim = :claim and state in ('CLAIMED', 'SUBMITTING')
                        """)
                .param("ids", texts(messages, id -> id))
                .param("claim", claim)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(long claim) {
        db.sql("delete from sms_claim where id = :id").param("id", claim).update();
    }

    /** Ends every claim whose lease ran out: what was leaving is UNKNOWN, what was not goes back into the queue. */
    void sweep(Instant now) {
        var dead = db.sql(
                        """
                        delete from sms_claim where id in (
                          select id from sms_claim where lease_until <= :now for update skip locked)
                        returning id, sms
                        """)
                .param("now", Timestamp.from(now))
                .query((row, at) -> new Taken(row.getLong("id"), uuids(row.getArray("sms"))))
                .list();
        for (var claim : dead) {
            db.sql(
                            """
                            update sms
                               set state = case state when 'CLAIMED' then 'PENDING' else 'UNKNOWN' end,
                                   failure = case state when 'CLAIMED' then null else 'no answer' end,
                                   claim = case state when 'CLAIMED' then null else claim end,
                                   moved_at = :now
                             where id = any(:ids::uuid[]) and claim = :claim and state in ('CLAIMED', 'SUBMITTING')
                            """)
                    .param("ids", texts(claim.messages(), id -> id))
                    .param("claim", claim.id())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    // --- reports and replies ---

    /**
     * Moves the messages on and answers which gateway ids are known, whether or not they moved. One statement, one
     * snapshot: a message whose operator's answer is committed meanwhile is either moved or unknown here, never known
     * and left behind.
     */
    Set<String> report(List<DeliveryReport> reports) {
        var known = parts.report(reports);
        known.addAll(db.sql(
                        """
                        with told as (
                          select * from unnest(:gateways::text[], :outcomes::text[], :at::timestamptz[])
                                        t (gateway_id, outcome, reported_at)
                        ), moved as (
                          update sms set state = t.outcome, moved_at = t.reported_at
                            from told t
                            join sms was on was.gateway_id = t.gateway_id
                           where sms.id = was.id
                             and (sms.state in ('ACCEPTED', 'UNKNOWN')
                               or (sms.state = 'EXPIRED' and t.outcome = 'DELIVERED'))
                          returning sms.link, sms.sent_at, sms.state, was.state as before
                        ), counted as (
                          %s
                        )
                        select s.gateway_id from told t join sms s on s.gateway_id = t.gateway_id
                        """
                                .formatted(LinkMinutes.REPORTED))
                .param("gateways", texts(reports, DeliveryReport::gatewayId))
                .param("outcomes", texts(reports, DeliveryReport::outcome))
                .param("at", texts(reports, DeliveryReport::at))
                .query(String.class)
                .list());
        return known;
    }

    void park(List<DeliveryReport> reports, Map<String, LineId> lines) {
        db.sql(
                        """
                        insert into sms_report (gateway_id, outcome, line_id, extension, reported_at)
                        select * from unnest(:gateways::text[], :outcomes::text[], :lines::uuid[],
                                             :extensions::text[], :at::timestamptz[])
                        on conflict do nothing
                        """)
                .param("gateways", texts(reports, DeliveryReport::gatewayId))
                .param("outcomes", texts(reports, DeliveryReport::outcome))
                .param("lines", texts(reports, report -> lines.get(report.number())))
                .param("extensions", texts(reports, DeliveryReport::extension))
                .param("at", texts(reports, DeliveryReport::at))
                .update();
    }

    boolean anyParked() {
        return db.sql("select exists (select from sms_report)")
                .query(Boolean.class)
                .single();
    }

    /** Parked reports whose message is known by now. Of several about one message a delivery is believed. */
    void unpark() {
        parts.unpark();
        db.sql(
                        """
                        with known as (
                          delete from sms_report r using sms s where s.gateway_id = r.gateway_id
                          returning r.gateway_id, r.outcome, r.reported_at
                        ), told as (
                          select distinct on (gateway_id) * from known
                           order by gateway_id, outcome = 'DELIVERED' desc, reported_at
                        ), moved as (
                          update sms set state = k.outcome, moved_at = k.reported_at
                            from told k
                            join sms was on was.gateway_id = k.gateway_id
                           where sms.id = was.id
                             and (sms.state in ('ACCEPTED', 'UNKNOWN')
                               or (sms.state = 'EXPIRED' and k.outcome = 'DELIVERED'))
                          returning sms.link, sms.sent_at, sms.state, was.state as before
                        )
                        %s
                        """
                                .formatted(LinkMinutes.REPORTED))
                .update();
    }

    /**
     * A parked report resolves the one message of its line and extension whose answer was lost. Not one of which parts
     * never left, for the rest was not sent after the first that was not answered: nobody got all of it.
     */
    void resolveByReport() {
        db.sql(
                        """
                        with told as (
                          select distinct on (gateway_id) * from sms_report
                           order by gateway_id, outcome = 'DELIVERED' desc, reported_at
                        ), lost as (
                          select r.gateway_id, r.outcome, r.reported_at, min(s.id::text)::uuid as id
                            from told r
                            join sms s on s.line_id = r.line_id and s.extension = r.extension
                                      and s.state = 'UNKNOWN' and s.gateway_id is null
                                      and coalesce(s.parts, 1) - (select count(*) from sms_part p where p.sms_id = s.id) <= 1
                           where r.extension <> ''
                           group by r.gateway_id, r.outcome, r.reported_at
                          having count(*) = 1
                        ), gone as (
                          delete from sms_report r using lost where r.gateway_id = lost.gateway_id
                        ), moved as (
                          update sms set state = lost.outcome, gateway_id = lost.gateway_id,
                                         moved_at = lost.reported_at, failure = null
                            from lost
                           where sms.id = lost.id and sms.state = 'UNKNOWN'
                          returning sms.link, sms.sent_at, sms.state, 'UNKNOWN' as before
                        )
                        %s
                        """
                                .formatted(LinkMinutes.REPORTED))
                .update();
    }

    void forgetParkedBefore(Instant limit) {
        db.sql("delete from sms_report where reported_at < :limit")
                .param("limit", Timestamp.from(limit))
                .update();
    }

    /** Who answers a message has received it, whatever the operator told. */
    void resolveByReply(List<LineId> lines, List<String> extensions, Instant now) {
        db.sql(
                        """
                        update sms set state = 'DELIVERED', moved_at = :now
                          from unnest(:lines::uuid[], :extensions::text[]) r (line_id, extension)
                         where sms.line_id = r.line_id and sms.extension = r.extension
                           and sms.state in ('UNKNOWN', 'ACCEPTED', 'EXPIRED')
                        """)
                .param("lines", texts(lines, line -> line))
                .param("extensions", texts(extensions, extension -> extension))
                .param("now", Timestamp.from(now))
                .update();
    }

    // --- looking ---

    List<SmsRecord> ofLine(LineId line) {
        return db.sql(
                        """
                        select id, batch_id, line_id, extension, text, state, put_at, sent_at, moved_at
                          from sms where line_id = :line order by put_at, id
                        """)
                .param("line", line.value())
                .query(SmsTables::record)
                .list();
    }

    Map<UUID, SmsState> states(Collection<UUID> messages) {
        var states = new HashMap<UUID, SmsState>();
        db.sql("select id, state from sms where id = any(:ids::uuid[])")
                .param("ids", texts(messages, id -> id))
                .query(row -> {
                    states.put(row.getObject("id", UUID.class), SmsState.valueOf(row.getString("state")));
                });
        return states;
    }

    boolean anyDue(Instant now) {
        return db.sql("select exists (select from sms where claim is null and not_before <= :now)")
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    private static SmsRecord record(ResultSet row, int rowNumber) throws SQLException {
        return new SmsRecord(
                row.getObject("id", UUID.class),
                row.getObject("batch_id", UUID.class),
                new LineId(row.getObject("line_id", UUID.class)),
                row.getString("extension"),
                row.getString("text"),
                SmsState.valueOf(row.getString("state")),
                row.getTimestamp("put_at").toInstant(),
                instant(row, "sent_at"),
                row.getTimestamp("moved_at").toInstant());
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    /** The outbox needs lines, not people: nobody stays known for its sake. */
    @Override
    public Set<PersonId> stillNeeded(Collection<PersonId> persons, Instant since) {
        return Set.of();
    }

    /** When a message went and what became of it stays; what it said does not. */
    @Override
    public void forget(Collection<LineId> lines) {
        db.sql("update sms set text = '' where line_id = any(:lines::uuid[]) and text <> ''")
                .param("lines", texts(lines, line -> line))
                .update();
    }
}
