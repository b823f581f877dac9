package org.minyi.calendar;

import java.util.List;

/**
 * Why a change of the calendar cannot be taken over.
 *
 * @param line of the file; 0 where it is of no line
 * @param facts what its sentence names: what was written, a line, a column
 */
public record Fault(long line, Kind kind, List<String> facts) {

    /** What can be wrong, with its sentence; a page may know others for it. */
    public enum Kind {
        NOT_CSV("This is no CSV file: %s"),
        TOO_LONG("The file is longer than %s letters."),
        NO_DAY("There is no day in it."),
        NOTHING_NEW("Everything in it stands in the calendar already."),
        NO_WORK("From %s on nobody would work for a year: no deadline could be counted."),
        NO_REASON("Say why the calendar changes."),
        HEADER("The header lacks %s; expected are first,last,work,name,source,unit."),
        CELLS("there are more cells than in the header; a text with a comma stands in quotation marks"),
        DAY("a day is written 2027-01-01, not %s"),
        SPAN("%s to %s is no span of days"),
        WORK("work is rest, work, week or hours like 09:00-12:00"),
        HOURS("hours are written like 08:30-12:00 14:30-18:00, not %s"),
        TEXT("%s is missing, or longer than %s letters"),
        UNIT("no unit has the code %s"),
        TWICE("%s stands in line %s already");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    static Fault of(Kind kind, String... facts) {
        return new Fault(0, kind, List.of(facts));
    }

    Fault in(long number) {
        return new Fault(number, kind, facts);
    }

    /** As people read it, with its line. */
    public String sentence() {
        var said = kind.sentence.formatted(facts.toArray());
        return line == 0 ? said : "Line %d: %s.".formatted(line, said);
    }
}
