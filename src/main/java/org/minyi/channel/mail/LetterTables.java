package org.minyi.channel.mail;

import static org.minyi.sql.Columns.instant;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the letter box stands, and what in it was no letter. */
@Repository
class LetterTables {

    private final JdbcClient db;

    LetterTables(JdbcClient db) {
        this.db = db;
    }

    /** False while another node reads. */
    boolean hold(Instant now, Instant until) {
        return db.sql("update letter_box set held_until = :until where held_until <= :now")
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    void wasRead(Instant now) {
        db.sql("update letter_box set held_until = '-infinity', read_at = :now, away_since = null")
                .param("now", Timestamp.from(now))
                .update();
    }

    void isAway(Instant now) {
        db.sql("update letter_box set held_until = '-infinity', away_since = coalesce(away_since, :now)")
                .param("now", Timestamp.from(now))
                .update();
    }

    void countTaken() {
        db.sql("update letter_box set taken = taken + 1, counted = counted + 1").update();
    }

    /** How many were taken since the count began, which begins anew with the first look an hour later. */
    int countedWithin(Duration hour, Instant now) {
        db.sql("update letter_box set counted = 0, counted_from = :now where counted_from <= :before")
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(hour)))
                .update();
        return db.sql("select counted from letter_box").query(Integer.class).single();
    }

    void setAside(String what, Aside why, Instant now) {
        db.sql(
                        """
                        insert into letter_aside (id, what, why, came_at) values (:id, :what, :why, :now)
                            on conflict (what) do nothing
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("what", what)
                .param("why", why.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    LetterBoxState state() {
        return db.sql("select read_at, away_since, taken from letter_box")
                .query((row, at) ->
                        new LetterBoxState(instant(row, "read_at"), instant(row, "away_since"), row.getLong("taken")))
                .single();
    }

    /** How many of each kind were set aside since. */
    Map<Aside, Integer> asideSince(Instant since) {
        var counts = new LinkedHashMap<Aside, Integer>();
        db.sql("select why, count(*) as many from letter_aside where came_at >= :since group by why order by why")
                .param("since", Timestamp.from(since))
                .query(row -> {
                    counts.put(Aside.valueOf(row.getString("why")), row.getInt("many"));
                });
        return counts;
    }
}
