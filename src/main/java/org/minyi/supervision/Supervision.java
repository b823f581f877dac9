package org.minyi.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.Turn;
import org.minyi.notice.Kind;
import org.minyi.notice.MattersKnown;
import org.minyi.notice.NewNotice;
import org.minyi.notice.Notice;
import org.minyi.notice.Notices;
import org.minyi.organisation.Desk;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.UnitDesks;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of supervision. Which rung of the ladder comes next stands in escalation-ladder.dmn, and what a rung is in
 * supervision.bpmn.
 */
@Service
public class Supervision {

    /** Why a unit is reminded; each reason at most once per matter, round and what it is about. */
    public enum Reason {
        /** The time of a step has run out. */
        LATE,
        /** It was not put right well enough and has to be done once more. */
        ONCE_MORE
    }

    /** Why a leader is called to account. */
    private static final String STILL_UNHAPPY = "STILL_UNHAPPY";

    /** As time-limit.dmn calls it: how long a leader has to answer. */
    static final String ANSWER = "supervision.answerNotice";

    private final Notices notices;
    private final MattersKnown matters;
    private final Deadlines deadlines;
    private final StepLimits limits;
    private final UnitDesks desks;
    private final Units units;

    Supervision(
            Notices notices,
            MattersKnown matters,
            Deadlines deadlines,
            StepLimits limits,
            UnitDesks desks,
            Units units) {
        this.notices = notices;
        this.matters = matters;
        this.deadlines = deadlines;
        this.limits = limits;
        this.desks = desks;
        this.units = units;
    }

    /**
     * The numbered letter to a unit that is late with a step.
     *
     * @param deadline that has passed; one letter for each
     */
    @Transactional
    public Notice remindLate(UUID matter, UnitCode unit, int round, UUID deadline, Instant due) {
        return notices.issue(reminder(matter, unit, round, Reason.LATE)
                .about(deadline.toString())
                .fact("due", due));
    }

    /** The numbered letter to the unit that has to put the matter right once more. */
    @Transactional
    public Notice remindOnceMore(UUID matter, int round) {
        return notices.issue(reminder(matter, matters.known(matter).executing(), round, Reason.ONCE_MORE));
    }

    private NewNotice reminder(UUID matter, UnitCode unit, int round, Reason reason) {
        return NewNotice.of(Kind.REMINDER_LETTER, unit, matters.known(matter), round, reason.name());
    }

    /** The supervision notice, which the leader of the unit answers in person; answers at which desk. */
    @Transactional
    public Desk callToAccount(UUID matter, int round, String severity) {
        var known = matters.known(matter);
        var desk = desks.answering(known.executing());
        var due = deadlines
                .fix(Turn.of(matter, ANSWER, round, desk.unit()), limits.limit(ANSWER, null, severity))
                .due();
        notices.issue(NewNotice.of(
                        Kind.SUPERVISION_NOTICE,
                        units.subCentreOf(known.executing()).code(),
                        known,
                        round,
                        STILL_UNHAPPY)
                .copyTo(others(known.executing()))
                .fact("answerDue", due)
                .words("finding", matters.finding(matter).orElse(null)));
        return desk;
    }

    /** The post itself and the centre know of it too. */
    private List<UnitCode> others(UnitCode executing) {
        return List.of(executing, units.centre().code());
    }
}
