package org.minyi.calendar;

import java.util.UUID;
import org.minyi.organisation.UnitCode;

/**
 * What a deadline is for: one step of one matter in one round, at the unit that has it.
 *
 * @param matter the complaint, or whatever else is worked on: a wave, a request
 * @param name drawing and step: {@code work-order.rectify}
 * @param unit whose clock runs, by its own hours; null where it is no unit's
 * @param part which of several at once: a duty, a respondent; empty where there is one
 */
public record Turn(UUID matter, String name, int round, UnitCode unit, String part) {

    public Turn {
        if (part == null) {
            throw new IllegalArgumentException("the one part of a step is the empty one");
        }
    }

    /** The only step of this name in its round. */
    public static Turn of(UUID matter, String name, int round, UnitCode unit) {
        return new Turn(matter, name, round, unit, "");
    }

    /** The same step tried once more after so many attempts: every attempt has a deadline of its own. */
    public Turn attempt(int before) {
        return before == 0 ? this : new Turn(matter, name + "." + (before + 1), round, unit, part);
    }
}
