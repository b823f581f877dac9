package org.minyi.calendar;

import java.util.List;

/** A change of the calendar that cannot be taken over; nothing of it was. */
public class CalendarRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    CalendarRefused(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, a sentence each, with its line. */
    public List<String> faults() {
        return faults;
    }
}
