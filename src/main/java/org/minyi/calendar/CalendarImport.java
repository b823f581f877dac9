package org.minyi.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes days from a file into the calendar: first it is told what would change, then the same is taken over, all of it or
 * nothing.
 */
@Service
public class CalendarImport {

    /** Ten years of holidays are a tenth of it. */
    private static final int LONGEST = 200_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Calendars calendars;
    private final CalendarTable table;
    private final Recount recount;
    private final Units units;

    CalendarImport(Calendars calendars, CalendarTable table, Recount recount, Units units) {
        this.calendars = calendars;
        this.table = table;
        this.recount = recount;
        this.units = units;
    }

    /**
     * What a file would change.
     *
     * @param on the version on which it would be built
     */
    public record Preview(int on, List<DayChange> changes) {}

    /**
     * What came of a file.
     *
     * @param waiting open deadlines that are counted anew now
     */
    public record Taken(int version, int waiting) {}

    /**
     * Tells what the file would change; changes nothing.
     *
     * @throws CalendarRefused for what cannot be read, where nothing would change, or nobody would work for a year
     */
    public Preview preview(String file) {
        return preview(read(file));
    }

    /**
     * Takes the file over as the next version.
     *
     * @param on the version on which its preview was built
     * @param by user id of whoever takes it over
     * @param reason why, in a sentence
     * @throws CalendarRefused for what cannot be read, where nothing would change, or without a reason
     * @throws CalendarChangedMeanwhile where that version is the newest no more
     */
    @Transactional
    public Taken take(String file, int on, String by, String reason) {
        var changes = read(file);
        table.takeTurns();
        if (table.latest() != on) {
            throw new CalendarChangedMeanwhile();
        }
        var unused = preview(changes);
        var version = calendars.change(changes, by, reason);
        return new Taken(version, recount.left());
    }

    private Preview preview(List<CalendarChange> changes) {
        var newest = table.latest();
        var kept = table.load(newest);
        var before = kept.special();
        var after = new HashMap<String, Map<LocalDate, SpecialDay>>();
        before.forEach((unit, days) -> after.put(unit, new HashMap<>(days)));
        for (var change : changes) {
            var days = after.computeIfAbsent(change.unit(), unit -> new HashMap<>());
            if (change.kind() == CalendarChange.Kind.WEEK) {
                days.remove(change.day());
            } else {
                days.put(change.day(), calendars.withHours(change).toDay());
            }
        }
        var difference = Almanac.difference(before, after);
        if (difference.isEmpty()) {
            throw new CalendarRefused(Fault.Kind.NOTHING_NEW);
        }
        mustLeaveWork(new CalendarTable.Kept(kept.weeks(), after), changes);
        return new Preview(newest, difference);
    }

    /** Nothing could be counted for a unit that never works again: its rest ends within a year. */
    private void mustLeaveWork(CalendarTable.Kept kept, List<CalendarChange> changes) {
        for (var change : changes) {
            if (change.kind() == CalendarChange.Kind.REST && beginsRest(kept, change)) {
                try {
                    calendars
                            .of(kept, change.unit().isEmpty() ? null : new UnitCode(change.unit()))
                            .closingOn(change.day());
                } catch (NoWorkAhead closed) {
                    throw new CalendarRefused(Fault.Kind.NO_WORK, change.day().toString());
                }
            }
        }
    }

    private static boolean beginsRest(CalendarTable.Kept kept, CalendarChange change) {
        var before = kept.special().get(change.unit()).get(change.day().minusDays(1));
        return before == null || before.hours() != null;
    }

    private List<CalendarChange> read(String file) {
        if (file == null || file.isBlank()) {
            throw new CalendarRefused(Fault.Kind.NO_DAY);
        }
        if (file.length() > LONGEST) {
            throw new CalendarRefused(Fault.Kind.TOO_LONG, String.valueOf(LONGEST));
        }
        var text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        try {
            return CalendarFile.read(new StringReader(text), units.codes()::contains);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
