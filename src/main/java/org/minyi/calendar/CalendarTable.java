package org.minyi.calendar;

import static org.minyi.sql.Columns.instant;
import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the working calendar: versions that are added and never changed. */
@Repository
class CalendarTable {

    private static final String VERSION = "select version, made_at, made_by, reason from calendar_version ";

    private final JdbcClient db;
    private final Evidence evidence;

    CalendarTable(JdbcClient db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    /** Weeks and special days of one version, by unit; the empty unit is everybody's. */
    record Kept(Map<String, Map<DayOfWeek, WorkingHours>> weeks, Map<String, Map<LocalDate, SpecialDay>> special) {}

    int latest() {
        return db.sql("select max(version) from calendar_version")
                .query(Integer.class)
                .single();
    }

    /** Until the end of the transaction nobody else adds a version. */
    void takeTurns() {
        db.sql("select pg_advisory_xact_lock(hashtext('minyi.calendar'))")
                .query((row, at) -> 0)
                .single();
    }

    /** The latest so many, newest first, each with the user id of whoever made it. */
    List<Almanac.Version> versions(int atMost) {
        return db.sql(VERSION + "order by version desc limit :atMost")
                .param("atMost", atMost)
                .query(CalendarTable::version)
                .list();
    }

    Optional<Almanac.Version> version(int version) {
        return db.sql(VERSION + "where version = :version")
                .param("version", version)
                .query(CalendarTable::version)
                .optional();
    }

    private static Almanac.Version version(ResultSet row, int at) throws SQLException {
        var by = row.getString("made_by");
        return new Almanac.Version(
                row.getInt("version"), instant(row, "made_at"), by, by.equals(Fact.MINYI), row.getString("reason"));
    }

    Kept load(int version) {
        var weeks = new HashMap<String, Map<DayOfWeek, WorkingHours>>();
        db.sql("select unit_code, weekday, hours from calendar_week where version = :version")
                .param("version", version)
                .query(row -> {
                    weeks.computeIfAbsent(row.getString("unit_code"), unit -> new HashMap<>())
                            .put(DayOfWeek.of(row.getInt("weekday")), WorkingHours.parse(row.getString("hours")));
                });
        var special = new HashMap<String, Map<LocalDate, SpecialDay>>();
        db.sql("select unit_code, day, hours, name, source, provisional from calendar_day where version = :version")
                .param("version", version)
                .query(row -> {
                    var day = row.getObject("day", LocalDate.class);
                    var hours = row.getString("hours");
                    special.computeIfAbsent(row.getString("unit_code"), unit -> new HashMap<>())
                            .put(
                                    day,
                                    new SpecialDay(
                                            day,
                                            hours == null ? null : WorkingHours.parse(hours),
                                            row.getString("name"),
                                            row.getString("source"),
                                            row.getBoolean("provisional")));
                });
        return new Kept(weeks, special);
    }

    /**
     * Adds the next version: the latest with these days changed. Two who change at once take turns, and the second builds
     * on the first.
     */
    int add(Collection<CalendarChange> changes, Instant now, String by, String reason) {
        takeTurns();
        var last = latest();
        var next = last + 1;
        db.sql("insert into calendar_version (version, made_at, made_by, reason) values (:next, :now, :by, :reason)")
                .param("next", next)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .update();
        db.sql(
                        """
                        insert into calendar_week (version, unit_code, weekday, hours)
                        select :next, unit_code, weekday, hours from calendar_week where version = :last
                        """)
                .param("next", next)
                .param("last", last)
                .update();
        db.sql(
                        """
                        insert into calendar_day (version, unit_code, day, hours, name, source, provisional)
                        select :next, k.unit_code, k.day, k.hours, k.name, k.source, k.provisional from calendar_day k
                         where k.version = :last
                           and not exists (select from unnest(:units::text[], :days::date[]) c (unit_code, day)
                                            where c.unit_code = k.unit_code and c.day = k.day)
                         union all
                        select :next, c.unit_code, c.day, c.hours, c.name, c.source, false
                          from unnest(:units::text[], :days::date[], :kinds::text[], :hours::text[], :names::text[],
                                      :sources::text[]) c (unit_code, day, kind, hours, name, source)
                         where c.kind <> 'WEEK'
                        """)
                .param("next", next)
                .param("last", last)
                .param("units", texts(changes, CalendarChange::unit))
                .param("days", texts(changes, CalendarChange::day))
                .param("kinds", texts(changes, CalendarChange::kind))
                .param("hours", texts(changes, CalendarChange::hours))
                .param("names", texts(changes, CalendarChange::name))
                .param("sources", texts(changes, CalendarChange::source))
                .update();
        evidence.keep(Fact.of(Deed.CALENDAR_CHANGED, by)
                .with("version", next)
                .with("days", changes.size())
                .with(
                        "first",
                        changes.stream()
                                .map(CalendarChange::day)
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                .with(
                        "last",
                        changes.stream()
                                .map(CalendarChange::day)
                                .max(LocalDate::compareTo)
                                .orElseThrow()));
        return next;
    }
}
