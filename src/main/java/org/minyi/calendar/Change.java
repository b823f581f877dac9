package org.minyi.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that changed a deadline.
 *
 * @param by user id, or {@code minyi}
 * @param dueBefore when it was due until then
 */
public record Change(UUID id, UUID deadline, Instant at, String by, What what, Instant dueBefore, Instant dueAfter) {

    /** What changed it. */
    public sealed interface What {}

    /**
     * The clock stood still.
     *
     * @param reason a code, for people in the message files
     * @param until the end; a pause without one does not exist
     * @param planned until when it was meant to last
     */
    public record Pause(String reason, Instant from, Instant until, Instant planned) implements What {

        /** Until when it was meant to last is until when it lasts, as long as nobody ends it before. */
        public static Pause of(String reason, Instant from, Instant until) {
            return new Pause(reason, from, until, until);
        }
    }

    /** A pause was ended before its time; what that changes stands with the pause. */
    public record Resume() implements What {}

    /** More time was granted. */
    public record Extension(Allowance more) implements What {}

    /** Another version of the calendar. */
    public record Recount(int calendar) implements What {}

    /** When it is due after this, where it was due at that moment before. */
    Instant applied(Instant due, Counted counted, WorkingCalendar calendar) {
        if (what instanceof Pause pause) {
            return counted == Counted.CLOCK || counted == Counted.AGREED
                    ? due.plus(Duration.between(pause.from(), pause.until()))
                    : calendar.plus(due, calendar.between(pause.from(), pause.until()));
        }
        return what instanceof Extension extension ? extension.more().after(due, calendar) : due;
    }
}
