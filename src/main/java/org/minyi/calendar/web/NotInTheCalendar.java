package org.minyi.calendar.web;

/** There is no such version. */
class NotInTheCalendar extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInTheCalendar(int version) {
        super("the calendar has no version " + version);
    }
}
