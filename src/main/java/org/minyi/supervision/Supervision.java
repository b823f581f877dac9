package org.minyi.supervision;

import java.util.UUID;
import org.minyi.notice.Kind;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;

/**
 * What follows when a unit is late or a person still unhappy. Which rung of the ladder comes next stands in
 * escalation-ladder.dmn; here is what a rung does.
 */
@Service
public class Supervision {

    /** Why a unit is reminded; each reason at most once per matter and round. */
    public enum Reason {
        /** The time to put the matter right has run out. */
        LATE,
        /** It was not put right well enough and has to be done once more. */
        ONCE_MORE
    }

    private final Notices notices;

    Supervision(Notices notices) {
        this.notices = notices;
    }

    /** The numbered letter to the unit that has the matter in hand. */
    public Notice remind(UUID matter, UnitCode unit, int round, Reason reason) {
        return notices.issue(Kind.REMINDER_LETTER, unit, matter, round, reason.name());
    }
}
