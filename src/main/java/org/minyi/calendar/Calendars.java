package org.minyi.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Version latest;

    Calendars(CalendarTable table, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    private record Version(int number, CalendarTable.Kept kept) {}

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
            throw new CalendarRefused(List.of("Say why the calendar changes."));
        }
        if (changes.isEmpty()) {
            throw new CalendarRefused(List.of("There is no day in it."));
        }
        var version = table.add(changes.stream().map(this::withHours).toList(), clock.instant(), by, reason.strip());
        events.publishEvent(new CalendarChanged(version));
        return version;
    }

    /** The years of which any day is known, everybody's alone. */
    public Set<Integer> years() {
        return current().kept().special().getOrDefault(EVERYBODY, Map.of()).keySet().stream()
                .map(LocalDate::getYear)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it is December and nobody has said how the next year is worked. */
    public boolean isNextYearMissing() {
        var today = LocalDate.now(clock);
        return today.getMonth() == Month.DECEMBER && !years().contains(today.getYear() + 1);
    }

    private CalendarChange withHours(CalendarChange change) {
        return change.kind() == CalendarChange.Kind.WORK && change.hours() == null
                ? change.with(of(List.of(change.unit())).hoursOfTheFirstDay())
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
