package org.minyi.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;

/**
 * The calendar as people read it: its years, its versions, and what each of them changed. Of the hours of the week only
 * what stands now is told; nothing changes them yet.
 */
@Service
public class Almanac {

    /** Whoever looks for an older one finds its fact in the evidence. */
    private static final int LATEST = 50;

    private final CalendarTable table;
    private final Calendars calendars;
    private final ChangeTable moved;
    private final Recount recount;
    private final Members members;
    private final Clock clock;

    Almanac(
            CalendarTable table,
            Calendars calendars,
            ChangeTable moved,
            Recount recount,
            Members members,
            Clock clock) {
        this.table = table;
        this.calendars = calendars;
        this.moved = moved;
        this.recount = recount;
        this.members = members;
        this.clock = clock;
    }

    /**
     * A year at one unit, or everybody's.
     *
     * @param arranged whether somebody has said how it is worked
     * @param week hours by day of the week, from 1 for Monday; a day of rest is absent
     * @param days on which the week does not count, in order
     * @param own how many days of its own each unit has in it, whichever unit was asked about
     */
    public record Year(
            int year,
            int version,
            boolean arranged,
            Map<Integer, String> week,
            List<Day> days,
            Map<String, Long> own) {}

    /**
     * A day on which the week does not count.
     *
     * @param hours of work; null on a day of rest
     * @param provisional fixed by law, and not arranged yet
     * @param unit who has it so; empty for everybody
     */
    public record Day(LocalDate day, String hours, String name, String source, boolean provisional, String unit) {}

    /**
     * Who made a version, when, and why.
     *
     * @param delivered whether Minyi came with it
     */
    public record Version(int version, Instant madeAt, String by, boolean delivered, String reason) {}

    /**
     * What a version changed.
     *
     * @param left open deadlines that wait to be counted by the newest one
     * @param moved deadlines that are due at another moment by this one
     */
    public record Told(Version version, List<DayChange> changes, int left, int moved) {}

    /** Today, where Minyi is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The year as it stands now, for a unit or, for null, for everybody. */
    public Year year(int year, UnitCode unit) {
        var calendar = calendars.of(unit);
        var kept = table.load(calendar.version());
        var whose = new HashMap<LocalDate, String>();
        for (var one : calendars.lineDown(unit)) {
            kept.special().getOrDefault(one, Map.of()).keySet().forEach(day -> whose.put(day, one));
        }
        var week = new TreeMap<Integer, String>();
        calendar.week().forEach((day, hours) -> week.put(day.getValue(), hours.toString()));
        var days = calendar.special().values().stream()
                .filter(day -> day.day().getYear() == year)
                .sorted(Comparator.comparing(SpecialDay::day))
                .map(day -> day(day, whose.get(day.day())))
                .toList();
        return new Year(year, calendar.version(), calendars.years().contains(year), week, days, own(kept, year));
    }

    private static Day day(SpecialDay day, String unit) {
        var being = DayChange.Being.of(day);
        return new Day(day.day(), being.hours(), being.name(), being.source(), being.provisional(), unit);
    }

    private static Map<String, Long> own(CalendarTable.Kept kept, int year) {
        var own = new TreeMap<String, Long>();
        kept.special().forEach((unit, days) -> {
            var many =
                    days.keySet().stream().filter(day -> day.getYear() == year).count();
            if (!unit.equals(Calendars.EVERYBODY) && many > 0) {
                own.put(unit, many);
            }
        });
        return own;
    }

    /** The latest versions, newest first. */
    public List<Version> versions() {
        return table.versions(LATEST).stream().map(this::named).toList();
    }

    /** What this version changed; nothing for one that there is not. */
    public Optional<Told> version(int version) {
        return table.version(version).map(this::named).map(found -> {
            var before = version == 1 ? new CalendarTable.Kept(Map.of(), Map.of()) : table.load(version - 1);
            return new Told(
                    found,
                    difference(before.special(), table.load(version).special()),
                    recount.left(),
                    moved.movedBy(version));
        });
    }

    private Version named(Version kept) {
        var name = kept.delivered()
                ? "Minyi"
                : members.find(kept.by()).map(Member::name).orElse(kept.by());
        return new Version(kept.version(), kept.madeAt(), name, kept.delivered(), kept.reason());
    }

    /** Day by day what is otherwise, in order, days that are alike told together. */
    static List<DayChange> difference(
            Map<String, Map<LocalDate, SpecialDay>> before, Map<String, Map<LocalDate, SpecialDay>> after) {
        var found = new ArrayList<DayChange>();
        var units = new TreeSet<>(before.keySet());
        units.addAll(after.keySet());
        for (var unit : units) {
            var was = before.getOrDefault(unit, Map.of());
            var is = after.getOrDefault(unit, Map.of());
            var days = new TreeSet<>(was.keySet());
            days.addAll(is.keySet());
            days.removeIf(day -> Objects.equals(was.get(day), is.get(day)));
            for (var day : days) {
                var change = new DayChange(
                        unit, day, day, DayChange.Being.of(was.get(day)), DayChange.Being.of(is.get(day)));
                var last = found.size() - 1;
                if (last >= 0 && found.get(last).goesOnWith(change)) {
                    found.set(last, found.get(last).until(day));
                } else {
                    found.add(change);
                }
            }
        }
        return found;
    }
}
