package org.minyi.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working calendars: one for everybody, and for a unit what it has otherwise. Each change is a new version; what was
 * counted by an earlier one can always be counted again.
 */
@Service
public class Calendars {

    /** Whose calendar it is when it is everybody's. */
    static final String EVERYBODY = "";

    private final CalendarTable table;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Version latest;

    Calendars(CalendarTable table, Units units, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    private record Version(int number, CalendarTable.Kept kept) {}

    /** The number of the version that counts now. */
    public int newest() {
        return table.latest();
    }

    /** The calendar of a unit as it stands now; everybody's for none, and for one that does not exist. */
    public WorkingCalendar of(UnitCode unit) {
        return of(line(unit));
    }

    /** The calendar of a unit as it stood in this version. */
    public WorkingCalendar of(UnitCode unit, int version) {
        return of(line(unit), version);
    }

    private List<String> line(UnitCode unit) {
        return unit == null
                ? List.of()
                : units.lineUp(unit).stream().map(above -> above.code().value()).toList();
    }

    /** Whose days count at a unit, each before those that stand before it: everybody's, the city's, down to its own. */
    List<String> lineDown(UnitCode unit) {
        var down = new ArrayList<>(line(unit));
        down.add(EVERYBODY);
        Collections.reverse(down);
        return down;
    }

    /** The calendar of everybody, as it stands now. */
    public WorkingCalendar everybodys() {
        return of(List.of());
    }

    /**
     * The calendar of a unit, as it stands now. What stands nearest counts: the unit's own, then that of the units above
     * it, then everybody's.
     *
     * @param line the codes of the unit and of those above it, from the lowest up
     */
    public WorkingCalendar of(List<String> line) {
        return calendar(current(), line);
    }

    /** The calendar of a unit as it would be with these days. */
    WorkingCalendar of(CalendarTable.Kept kept, UnitCode unit) {
        return calendar(new Version(table.latest(), kept), line(unit));
    }

    /** The calendar as it stood in this version. */
    public WorkingCalendar of(List<String> line, int version) {
        return calendar(version == current().number() ? current() : new Version(version, table.load(version)), line);
    }

    /**
     * Adds a version with these days changed; answers its number. Open deadlines are counted anew by whoever hears of it.
     *
     * @param by user id of whoever changes it
     * @param reason why, in a sentence
     * @throws CalendarRefused for a day that stands twice, for a file without any, or without a reason
     */
    @Transactional
    public int change(Collection<CalendarChange> changes, String by, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new CalendarRefused(Fault.Kind.NO_REASON);
        }
        if (changes.isEmpty()) {
            throw new CalendarRefused(Fault.Kind.NO_DAY);
        }
        var version = table.add(changes.stream().map(this::withHours).toList(), clock.instant(), by, reason.strip());
        events.publishEvent(new CalendarChanged(version));
        return version;
    }

    /**
     * The years somebody has arranged, for everybody: from New Year to National Day, with no holiday left that stands by
     * law alone. A single day that somebody put in does not make an arrangement.
     */
    public Set<Integer> years() {
        var days = current().kept().special().getOrDefault(EVERYBODY, Map.of());
        return days.keySet().stream()
                .map(LocalDate::getYear)
                .filter(year -> isArranged(days, LocalDate.of(year, Month.JANUARY, 1)))
                .filter(year -> isArranged(days, LocalDate.of(year, Month.OCTOBER, 1)))
                .filter(year -> days.values().stream()
                        .noneMatch(day -> day.provisional() && day.day().getYear() == year))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isArranged(Map<LocalDate, SpecialDay> days, LocalDate day) {
        return days.containsKey(day) && !days.get(day).provisional();
    }

    /** The year that nobody has said how it is worked: this one, or from December on the next. */
    public Optional<Integer> missingYear() {
        var today = LocalDate.now(clock);
        var arranged = years();
        return Stream.of(today.getYear(), today.plusMonths(1).getYear())
                .filter(year -> !arranged.contains(year))
                .findFirst();
    }

    CalendarChange withHours(CalendarChange change) {
        return change.kind() == CalendarChange.Kind.WORK && change.hours() == null
                ? change.with(of(change.unit().isEmpty() ? null : new UnitCode(change.unit()))
                        .hoursOfTheFirstDay())
                : change;
    }

    /** Other nodes change the calendar too; the number alone tells it. */
    private Version current() {
        var number = table.latest();
        var known = latest;
        if (known == null || known.number() != number) {
            known = new Version(number, table.load(number));
            latest = known;
        }
        return known;
    }

    private WorkingCalendar calendar(Version version, List<String> line) {
        var kept = version.kept();
        Map<DayOfWeek, WorkingHours> week = kept.weeks().get(EVERYBODY);
        var special = new HashMap<>(kept.special().getOrDefault(EVERYBODY, Map.of()));
        for (var at = line.size() - 1; at >= 0; at--) {
            week = kept.weeks().getOrDefault(line.get(at), week);
            special.putAll(kept.special().getOrDefault(line.get(at), Map.of()));
        }
        return new WorkingCalendar(version.number(), clock.getZone(), week, special);
    }
}
