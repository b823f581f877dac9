package org.minyi.calendar;

/** Somebody else changed the calendar between the preview and its taking over; nothing was taken over. */
public class CalendarChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CalendarChangedMeanwhile() {
        super("the calendar was changed meanwhile: look again at what would change");
    }
}
