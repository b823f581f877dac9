package org.minyi.channel.phone;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minyi.citizen.LineId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of calls. SQL lives here and nowhere else in this part of the room. */
@Repository
class PhoneCallTables {

    private static final String CALL =
            """
            select id, hotline, line_id, matter_id, user_id, began_at, agent_at, citizen_at, ended_at, recording, lost
              from phone_call
            """;

    private final JdbcClient db;

    PhoneCallTables(JdbcClient db) {
        this.db = db;
    }

    void insertDialled(UUID id, String exchange, String user, String extension, UUID matter, LineId line, Instant now) {
        db.sql(
                        """
                        insert into phone_call (id, exchange, exchange_id, direction, user_id, extension, matter_id,
                                                line_id, heard_at, began_at)
                        values (:id, :exchange, :known, 'OUT', :user, :extension, :matter, :line, :now, :now)
                        """)
                .param("known", id.toString())
                .param("id", id)
                .param("exchange", exchange)
                .param("user", user)
                .param("extension", extension)
                .param("matter", matter)
                .param("line", line.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Fills in what is not known yet; the earlier of two times holds, whichever came first.
     *
     * @param line of whoever called; null where it is not to be known
     * @param user who picked up; null where it is not told
     */
    UUID fill(CallNews news, LineId line, String user, Instant now) {
        var what = news.what();
        return db.sql(
                        """
                        insert into phone_call as p (id, exchange, exchange_id, direction, hotline, line_id, user_id, extension,
                                                heard_at, began_at, agent_at, citizen_at, ended_at, recording)
                        values (:id, :exchange, :call, :direction, :hotline, :line, :user, :extension,
                                :now, :began, :agent, :citizen, :ended, :recording)
                        on conflict (exchange, exchange_id) do update
                           set direction = coalesce(p.direction, excluded.direction),
                               hotline = coalesce(p.hotline, excluded.hotline),
                               line_id = coalesce(p.line_id, excluded.line_id),
                               user_id = coalesce(p.user_id, excluded.user_id),
                               extension = coalesce(p.extension, excluded.extension),
                               began_at = least(p.began_at, excluded.began_at),
                               agent_at = least(p.agent_at, excluded.agent_at),
                               citizen_at = least(p.citizen_at, excluded.citizen_at),
                               ended_at = case when p.lost then coalesce(excluded.ended_at, p.ended_at)
                                               else least(p.ended_at, excluded.ended_at) end,
                               lost = p.lost and excluded.ended_at is null,
                               recording = coalesce(p.recording, excluded.recording)
                        returning id
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("exchange", news.exchange())
                .param("call", news.call())
                .param("direction", news.hotline() == null ? null : "IN", Types.VARCHAR)
                .param("hotline", news.hotline() == null ? null : news.hotline().name(), Types.VARCHAR)
                .param("line", line == null ? null : line.value(), Types.OTHER)
                .param("user", user, Types.VARCHAR)
                .param("extension", news.extension(), Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("began", when(news, what == CallNews.What.CALLED), Types.TIMESTAMP)
                .param("agent", when(news, what == CallNews.What.ANSWERED), Types.TIMESTAMP)
                .param("citizen", when(news, what == CallNews.What.CONNECTED), Types.TIMESTAMP)
                .param("ended", when(news, what == CallNews.What.ENDED), Types.TIMESTAMP)
                .param("recording", news.recording(), Types.VARCHAR)
                .query(UUID.class)
                .single();
    }

    private static Timestamp when(CallNews news, boolean isIt) {
        return isIt ? Timestamp.from(news.at()) : null;
    }

    /** The call, when it is to a hotline, answered by somebody of ours, and nobody has been told yet. */
    Optional<PhoneCall> handOn(UUID id) {
        int told = db.sql(
                        """
                        update phone_call set handed_on = true
                         where id = :id and not handed_on and hotline is not null and agent_at is not null
                           and user_id is not null
                        """)
                .param("id", id)
                .update();
        return told == 0 ? Optional.empty() : find(id);
    }

    /** Calls of an exchange that are not over, or were not told to be. */
    List<String> open(String exchange, boolean dialled) {
        return db.sql(
                        """
                        select exchange_id from phone_call
                         where exchange = :exchange and ended_at is null and (direction = 'OUT') = :dialled
                        """)
                .param("exchange", exchange)
                .param("dialled", dialled)
                .query(String.class)
                .list();
    }

    int lose(String exchange, Collection<String> there, Instant before, Instant now) {
        return db.sql(
                        """
                        update phone_call set ended_at = :now, lost = true
                         where exchange = :exchange and ended_at is null and heard_at < :before
                           and exchange_id <> all (:there::text[])
                        """)
                .param("now", Timestamp.from(now))
                .param("exchange", exchange)
                .param("before", Timestamp.from(before))
                .param("there", texts(there, id -> id))
                .update();
    }

    Optional<PhoneCall> find(UUID id) {
        return db.sql(CALL + "where id = :id")
                .param("id", id)
                .query(PhoneCallTables::call)
                .optional();
    }

    /** What this person dialled about a matter and is no attempt yet becomes this one. */
    void become(UUID attempt, String user, UUID matter, Instant since) {
        db.sql(
                        """
                        update phone_call set attempt_id = :attempt
                         where user_id = :user and matter_id = :matter and direction = 'OUT' and attempt_id is null
                           and heard_at >= :since
                        """)
                .param("attempt", attempt)
                .param("user", user)
                .param("matter", matter)
                .param("since", Timestamp.from(since))
                .update();
    }

    Map<UUID, List<PhoneCall>> ofAttempts(Collection<UUID> attempts) {
        var found = new HashMap<UUID, List<PhoneCall>>();
        db.sql(CALL.replace("select id", "select attempt_id, id")
                        + "where attempt_id = any(:attempts::uuid[]) order by heard_at, id")
                .param("attempts", texts(attempts, attempt -> attempt))
                .query((row, number) -> {
                    found.computeIfAbsent(row.getObject("attempt_id", UUID.class), none -> new ArrayList<>())
                            .add(call(row, number));
                    return null;
                })
                .list();
        return found;
    }

    /** Those that came in, and those that were dialled and became no attempt. */
    List<PhoneCall> about(UUID matter) {
        return db.sql(CALL + "where matter_id = :matter and attempt_id is null order by heard_at, id")
                .param("matter", matter)
                .query(PhoneCallTables::call)
                .list();
    }

    Optional<PhoneCall> latest(String user, UUID matter) {
        return db.sql(
                        CALL
                                + "where user_id = :user and matter_id = :matter and direction = 'OUT' order by heard_at desc limit 1")
                .param("user", user)
                .param("matter", matter)
                .query(PhoneCallTables::call)
                .optional();
    }

    void isAbout(UUID call, UUID matter) {
        db.sql("update phone_call set matter_id = :matter where id = :call and matter_id is null")
                .param("matter", matter)
                .param("call", call)
                .update();
    }

    /** What was about one id is about another. */
    void rename(UUID before, UUID matter) {
        db.sql("update phone_call set matter_id = :matter where matter_id = :before")
                .param("matter", matter)
                .param("before", before)
                .update();
    }

    boolean wasAnswered(LineId line, Instant since) {
        return db.sql(
                        """
                        select exists (select from phone_call
                                        where line_id = :line and hotline = 'PUBLIC' and agent_at >= :since)
                        """)
                .param("line", line.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** False when it was heard before. */
    boolean hear(String exchange, String told, Instant now) {
        return db.sql(
                                """
                                insert into phone_heard (exchange, told_id, heard_at) values (:exchange, :told, :now)
                                on conflict do nothing
                                """)
                        .param("exchange", exchange)
                        .param("told", told)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    int unhear(Instant before) {
        return db.sql("delete from phone_heard where heard_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    List<HotlineDay> days(LocalDate from, LocalDate to, int inTimeSeconds, ZoneId zone) {
        return db.sql(
                        """
                        select (began_at at time zone :zone)::date as day, hotline,
                               count(*) as calls,
                               count(agent_at) as connected,
                               count(*) filter (where agent_at <= began_at + make_interval(secs => :inTime)) as in_time,
                               count(*) filter (where agent_at is null and ended_at is not null) as given_up,
                               count(*) filter (where agent_at is null and ended_at is null) as ringing,
                               avg(extract(epoch from agent_at - began_at))::integer as ring,
                               (avg(extract(epoch from ended_at - agent_at)) filter (where not lost))::integer as talk
                          from phone_call
                         where hotline is not null and began_at >= :from and began_at < :to
                         group by 1, 2
                         order by 1 desc, 2
                        """)
                .param("zone", zone.getId())
                .param("inTime", inTimeSeconds)
                .param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(to.atStartOfDay(zone).toInstant()))
                .query((row, number) -> new HotlineDay(
                        row.getObject("day", LocalDate.class),
                        Hotline.valueOf(row.getString("hotline")),
                        row.getInt("calls"),
                        row.getInt("connected"),
                        row.getInt("in_time"),
                        row.getInt("given_up"),
                        row.getInt("ringing"),
                        row.getObject("ring", Integer.class),
                        row.getObject("talk", Integer.class)))
                .list();
    }

    private static PhoneCall call(ResultSet row, int number) throws SQLException {
        var hotline = row.getString("hotline");
        var line = row.getObject("line_id", UUID.class);
        return new PhoneCall(
                row.getObject("id", UUID.class),
                hotline == null ? null : Hotline.valueOf(hotline),
                line == null ? null : new LineId(line),
                row.getObject("matter_id", UUID.class),
                row.getString("user_id"),
                instant(row, "began_at"),
                instant(row, "agent_at"),
                instant(row, "citizen_at"),
                instant(row, "ended_at"),
                row.getString("recording"),
                row.getBoolean("lost"));
    }
}
