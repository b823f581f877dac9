package org.minyi.calendar;

import static java.util.function.Predicate.not;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Days of a calendar from a CSV file, as a holiday notice tells them: {@code first,last,work,name,source,unit}.
 * {@code last} is empty for a single day; {@code work} is {@code rest}, {@code work} for a day with the hours of the
 * week's first day, {@code week} for a day that is again as the week says, or hours ({@code 09:00-12:00}); {@code unit}
 * is empty for everybody. All faults are told at once, with their lines.
 */
public final class CalendarFile {

    private static final List<String> NEEDED = List.of("first", "name", "source", "work");
    private static final int LONGEST_SPAN = 366;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_FAULTS = 20;

    private final Predicate<String> isUnit;
    private final List<CalendarChange> changes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    private CalendarFile(Predicate<String> isUnit) {
        this.isUnit = isUnit;
    }

    /** What is wrong with one line. */
    private static final class WrongLine extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        WrongLine(Fault.Kind kind, String... facts) {
            this.fault = Fault.of(kind, facts);
        }
    }

    /**
     * Reads such a file, whatever units it names.
     *
     * @throws CalendarRefused for anything in it that cannot be read
     * @throws IOException where the file itself cannot be read
     */
    public static List<CalendarChange> read(Reader file) throws IOException {
        return read(file, unit -> true);
    }

    /**
     * Reads such a file.
     *
     * @param isUnit whether a unit has this code
     * @throws CalendarRefused for anything in it that cannot be read
     * @throws IOException where the file itself cannot be read
     */
    public static List<CalendarChange> read(Reader file, Predicate<String> isUnit) throws IOException {
        var reading = new CalendarFile(isUnit);
        try {
            for (var line : CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofNamedCsvRecord(file)) {
                reading.line(line);
            }
        } catch (CsvParseException unreadable) {
            throw new CalendarRefused(Fault.Kind.NOT_CSV, unreadable.getMessage());
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        if (reading.changes.isEmpty() && reading.faults.isEmpty()) {
            throw new CalendarRefused(Fault.Kind.NO_DAY);
        }
        if (!reading.faults.isEmpty()) {
            throw new CalendarRefused(reading.faults);
        }
        return reading.changes;
    }

    private void line(NamedCsvRecord line) {
        var missing = NEEDED.stream().filter(not(line.getHeader()::contains)).toList();
        if (!missing.isEmpty()) {
            throw new CalendarRefused(Fault.Kind.HEADER, String.join(", ", missing));
        }
        try {
            days(line);
        } catch (DateTimeParseException noDay) {
            fault(line, Fault.of(Fault.Kind.DAY, noDay.getParsedString()));
        } catch (WrongLine wrong) {
            fault(line, wrong.fault);
        }
    }

    private void days(NamedCsvRecord line) throws WrongLine {
        if (line.getFieldCount() > line.getHeader().size()) {
            throw new WrongLine(Fault.Kind.CELLS);
        }
        var from = LocalDate.parse(text(line, "first"));
        var to = text(line, "last").isEmpty() ? from : LocalDate.parse(text(line, "last"));
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_SPAN))) {
            throw new WrongLine(Fault.Kind.SPAN, from.toString(), to.toString());
        }
        var work = text(line, "work");
        var kind = kind(work);
        var hours = kind == CalendarChange.Kind.WORK && !work.equals("work") ? hours(work) : null;
        var name = said(line, "name");
        var source = said(line, "source");
        var unit = text(line, "unit");
        if (!unit.isEmpty() && !isUnit.test(unit)) {
            throw new WrongLine(Fault.Kind.UNIT, unit);
        }
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var before = seen.put(unit + " " + day, line.getStartingLineNumber());
            if (before != null) {
                throw new WrongLine(Fault.Kind.TWICE, day.toString(), before.toString());
            }
            changes.add(new CalendarChange(unit, day, kind, hours, name, source));
        }
    }

    private static CalendarChange.Kind kind(String work) throws WrongLine {
        return switch (work) {
            case "rest" -> CalendarChange.Kind.REST;
            case "week" -> CalendarChange.Kind.WEEK;
            case "" -> throw new WrongLine(Fault.Kind.WORK);
            default -> CalendarChange.Kind.WORK;
        };
    }

    private static WorkingHours hours(String written) throws WrongLine {
        try {
            return WorkingHours.parse(written);
        } catch (IllegalArgumentException unreadable) {
            throw new WrongLine(Fault.Kind.HOURS, written);
        }
    }

    private static String said(NamedCsvRecord line, String column) throws WrongLine {
        var text = text(line, column);
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new WrongLine(Fault.Kind.TEXT, column, String.valueOf(LONGEST_TEXT));
        }
        return text;
    }

    private static String text(NamedCsvRecord line, String column) {
        return line.findField(column).orElse("").strip();
    }

    private void fault(NamedCsvRecord line, Fault what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(what.in(line.getStartingLineNumber()));
        }
    }
}
