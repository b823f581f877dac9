package org.minyi.calendar;

/** Which time counts. */
public enum Counted {
    /** Opening hours alone; of whole days, working days. */
    WORKING,
    /** Days of the common calendar; where the last is one of rest, the next that is worked (Civil Code, article 203). */
    CALENDAR,
    /** Every hour, night and day. */
    CLOCK,
    /** Nothing is counted: people agreed on a moment. */
    AGREED
}
