package org.minyi.calendar;

import java.time.LocalDate;

/** A calendar in which nobody works for a year: nothing can be counted in it. */
class NoWorkAhead extends IllegalStateException {

    NoWorkAhead(int version, LocalDate first) {
        super("calendar " + version + " knows no work for a year after " + first);
    }
}
