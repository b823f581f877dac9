package org.minyi.calendar;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
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
import java.util.Set;

/**
 * Days of a calendar from a CSV file, as a holiday notice tells them: {@code first,last,work,name,source,unit}.
 * {@code last} is empty for a single day; {@code work} is {@code rest}, {@code work} for a day with the hours of the
 * week's first day, {@code week} for a day that is again as the week says, or hours ({@code 09:00-12:00}); {@code unit}
 * is empty for everybody. All faults are told at once, with their lines.
 */
public final class CalendarFile {

    private static final Set<String> NEEDED = Set.of("first", "work", "name", "source");
    private static final int LONGEST_SPAN = 366;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_FAULTS = 20;

    private final List<CalendarChange> changes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    private CalendarFile() {}

    /**
     * Reads such a file.
     *
     * @throws CalendarRefused for anything in it that cannot be read
     * @throws IOException where the file itself cannot be read
     */
    public static List<CalendarChange> read(Reader file) throws IOException {
        var reading = new CalendarFile();
        try {
            for (var line : CsvReader.builder().ofNamedCsvRecord(file)) {
                reading.line(line);
            }
        } catch (CsvParseException unreadable) {
            throw new CalendarRefused(List.of("This is no CSV file: " + unreadable.getMessage()));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        if (reading.changes.isEmpty() && reading.faults.isEmpty()) {
            reading.faults.add("There is no day in it.");
        }
        if (!reading.faults.isEmpty()) {
            throw new CalendarRefused(reading.faults);
        }
        return reading.changes;
    }

    private void line(NamedCsvRecord line) {
        var missing = NEEDED.stream()
                .filter(column -> line.findField(column).isEmpty())
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new CalendarRefused(List.of("The header lacks %s; expected are first,last,work,name,source,unit."
                    .formatted(String.join(", ", missing))));
        }
        try {
            days(line);
        } catch (DateTimeParseException noDay) {
            fault(line, "a day is written 2027-01-01, not " + noDay.getParsedString());
        } catch (IllegalArgumentException wrong) {
            fault(line, wrong.getMessage());
        }
    }

    private void days(NamedCsvRecord line) {
        var from = LocalDate.parse(text(line, "first"));
        var to = text(line, "last").isEmpty() ? from : LocalDate.parse(text(line, "last"));
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_SPAN))) {
            throw new IllegalArgumentException("%s to %s is no span of days".formatted(from, to));
        }
        var work = text(line, "work");
        var kind = kind(work);
        var hours = kind == CalendarChange.Kind.WORK && !work.equals("work") ? WorkingHours.parse(work) : null;
        var name = said(line, "name");
        var source = said(line, "source");
        var unit = text(line, "unit");
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            var before = seen.put(unit + " " + day, line.getStartingLineNumber());
            if (before != null) {
                throw new IllegalArgumentException("%s stands in line %d already".formatted(day, before));
            }
            changes.add(new CalendarChange(unit, day, kind, hours, name, source));
        });
    }

    private static CalendarChange.Kind kind(String work) {
        return switch (work) {
            case "rest" -> CalendarChange.Kind.REST;
            case "week" -> CalendarChange.Kind.WEEK;
            case "" -> throw new IllegalArgumentException("work is rest, work, week or hours like 09:00-12:00");
            default -> CalendarChange.Kind.WORK;
        };
    }

    private static String said(NamedCsvRecord line, String column) {
        var text = text(line, column);
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "%s is missing, or longer than %d letters".formatted(column, LONGEST_TEXT));
        }
        return text;
    }

    private static String text(NamedCsvRecord line, String column) {
        return line.findField(column).orElse("").strip();
    }

    private void fault(NamedCsvRecord line, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add("Line %d: %s.".formatted(line.getStartingLineNumber(), what));
        }
    }
}
