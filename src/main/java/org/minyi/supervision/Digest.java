package org.minyi.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minyi.calendar.Deadline;
import org.minyi.organisation.UnitCode;

/**
 * What a unit is reminded of on a day.
 *
 * @param mail the id of the mail it goes out with
 */
record Digest(UnitCode unit, LocalDate day, UUID mail, List<Line> lines) {

    /** One step. */
    record Line(Deadline deadline, ReminderLevel level) {}
}
