package org.minyi.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.minyi.calendar.Calendars;
import org.minyi.calendar.Change;
import org.minyi.calendar.Counted;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.SpecialDay;
import org.minyi.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Why a deadline is when it is, in sentences: the rule, the calendar, the days of rest, and everything that moved it. */
@Component
class Reasons {

    private final Deadlines deadlines;
    private final Calendars calendars;
    private final Faces faces;
    private final Clock clock;

    Reasons(Deadlines deadlines, Calendars calendars, Faces faces, Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.faces = faces;
        this.clock = clock;
    }

    /** Null where nothing fixed one. */
    Dossier.Why why(String task, Wording wording) {
        return deadlines.ofTask(task).map(deadline -> why(deadline, wording)).orElse(null);
    }

    private Dossier.Why why(Deadline deadline, Wording wording) {
        var rule = deadline.rule();
        return new Dossier.Why(
                deadline.due(),
                wording.allowance(deadline.allowed()),
                rule.version() == null
                        ? rule.words()
                        : wording.of("why.rule", rule.words(), rule.source(), String.valueOf(rule.version())),
                reasons(deadline, wording).filter(Objects::nonNull).toList());
    }

    private Stream<String> reasons(Deadline deadline, Wording wording) {
        var begun = wording.of("why.begun", wording.moment(deadline.startedAt(), clock.getZone()));
        var changes = deadlines.changes(deadline.id());
        if (deadline.calendar() == null || !isCounted(deadline)) {
            return Stream.concat(Stream.of(begun), changes.stream().map(change -> told(change, null, wording)));
        }
        var calendar = calendars.of(deadline.turn().unit(), deadline.calendar());
        return Stream.of(
                        Stream.of(begun, wording.of("why.calendar", String.valueOf(deadline.calendar()))),
                        restBetween(calendar, deadline.startedAt(), deadline.due(), wording).stream(),
                        changes.stream().map(change -> told(change, calendar, wording)))
                .flatMap(sentences -> sentences);
    }

    private static boolean isCounted(Deadline deadline) {
        return deadline.allowed().counted() == Counted.WORKING
                || deadline.allowed().counted() == Counted.CALENDAR;
    }

    /** Days on which the week did not count, as spans. */
    private List<String> restBetween(WorkingCalendar calendar, Instant from, Instant to, Wording wording) {
        var first = from.atZone(clock.getZone()).toLocalDate();
        var last = to.atZone(clock.getZone()).toLocalDate();
        var told = new ArrayList<String>();
        SpecialDay begins = null;
        LocalDate ends = null;
        for (var day = first; !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            var special = day.isAfter(last) ? null : calendar.special().get(day);
            if (begins != null && !goesOn(begins, special)) {
                told.add(span(begins, ends, wording));
                begins = null;
            }
            if (special != null) {
                begins = begins == null ? special : begins;
                ends = day;
            }
        }
        return told;
    }

    private static boolean goesOn(SpecialDay begun, SpecialDay next) {
        return next != null && next.name().equals(begun.name()) && next.isWorked() == begun.isWorked();
    }

    private static String span(SpecialDay first, LocalDate last, Wording wording) {
        var days = first.day().equals(last)
                ? first.day().toString()
                : wording.of("why.span", first.day().toString(), last.toString());
        return wording.of(first.isWorked() ? "why.worked" : "why.rest", days, first.name());
    }

    private String told(Change change, WorkingCalendar calendar, Wording wording) {
        var zone = clock.getZone();
        var due = wording.moment(change.dueAfter(), zone);
        var by = Objects.requireNonNullElse(faces.nameOf(change.by()), "Minyi");
        if (change.what() instanceof Change.Pause pause) {
            var stood = calendar == null
                    ? Duration.between(pause.from(), pause.until())
                    : calendar.between(pause.from(), pause.until());
            return wording.of(
                    "why.pause." + pause.reason(),
                    wording.moment(pause.from(), zone),
                    wording.moment(pause.until(), zone),
                    wording.time(stood),
                    wording.of("pause." + pause.reason()));
        }
        if (change.what() instanceof Change.Extension extension) {
            return wording.of("why.extension", wording.allowance(extension.more()), by, due);
        }
        return change.what() instanceof Change.Recount recount
                ? wording.of(
                        "why.recount",
                        String.valueOf(recount.calendar()),
                        wording.moment(change.dueBefore(), zone),
                        due)
                : null;
    }
}
