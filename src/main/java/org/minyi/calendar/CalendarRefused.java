package org.minyi.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A change of the calendar that cannot be taken over; nothing of it was. */
public class CalendarRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    CalendarRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    CalendarRefused(Fault.Kind kind, String... facts) {
        this(List.of(Fault.of(kind, facts)));
    }

    /** All that is wrong, each with its line. */
    public List<Fault> faults() {
        return faults;
    }
}
