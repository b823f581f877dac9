package org.minyi.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minyi.calendar.Calendars;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.WorkingCalendar;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds units before a step is due: within their own opening hours, in one mail a unit and day, with a copy to the level
 * above. What stands in it comes from where deadlines are kept, so that a step that was returned, handed on or prolonged is
 * told with the deadline it has now.
 */
@Service
public class Digests {

    private final Deadlines deadlines;
    private final Calendars calendars;
    private final ReminderLevels levels;
    private final DigestTables tables;
    private final DigestMail mail;
    private final Clock clock;

    Digests(
            Deadlines deadlines,
            Calendars calendars,
            ReminderLevels levels,
            DigestTables tables,
            DigestMail mail,
            Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.levels = levels;
        this.tables = tables;
        this.mail = mail;
        this.clock = clock;
    }

    /** Reminds every unit that is at work now and was not reminded today; answers how many. */
    @Transactional
    public int remind() {
        var reminded = 0;
        for (var unit : deadlines.unitsAtWork()) {
            var digest = digest(unit);
            if (digest.isPresent() && tables.insert(digest.get(), clock.instant())) {
                mail.send(digest.get());
                reminded++;
            }
        }
        return reminded;
    }

    private Optional<Digest> digest(UnitCode unit) {
        var now = clock.instant();
        var day = now.atZone(clock.getZone()).toLocalDate();
        var calendar = calendars.of(unit);
        if (!calendar.isOpen(now) || tables.isMade(unit, day)) {
            return Optional.empty();
        }
        var lines = deadlines.workedOnAt(unit).stream()
                .map(deadline -> new Digest.Line(deadline, level(deadline, calendar, now)))
                .filter(line -> line.level() != ReminderLevel.NONE)
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(unit, day, UuidCreator.getTimeOrderedEpoch(), List.copyOf(lines)));
    }

    private ReminderLevel level(Deadline deadline, WorkingCalendar calendar, Instant now) {
        var left = deadline.due().isAfter(now) ? calendar.between(now, deadline.due()) : Duration.ZERO;
        // What is due tonight, with nobody there any more, is not over yet.
        var least = deadline.due().isAfter(now) ? 1 : 0;
        return levels.level((int) Math.max(least, left.plusMinutes(59).toHours()));
    }
}
