package org.minyi.responsibility;

import java.time.Instant;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.Turn;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitDesks;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hearing a respondent: who answers, until when, and what happens when that time is over. */
@Service
public class Hearing {

    /** As time-limit.dmn calls it: the window within which a verdict may be contested. */
    static final String WINDOW = "responsibility.answerVerdict";

    private final Responsibilities responsibilities;
    private final VerdictLetters letters;
    private final Deadlines deadlines;
    private final StepLimits limits;
    private final Impartiality impartiality;
    private final Members members;
    private final UnitDesks desks;
    private final Units units;

    Hearing(
            Responsibilities responsibilities,
            VerdictLetters letters,
            Deadlines deadlines,
            StepLimits limits,
            Impartiality impartiality,
            Members members,
            UnitDesks desks,
            Units units) {
        this.responsibilities = responsibilities;
        this.letters = letters;
        this.deadlines = deadlines;
        this.limits = limits;
        this.impartiality = impartiality;
        this.members = members;
        this.desks = desks;
        this.units = units;
    }

    /**
     * Who is heard.
     *
     * @param group the desk that answers for a unit; empty where an officer answers in person
     * @param user the officer who does; empty where the unit does
     */
    public record Heard(String group, String user, Instant until) {}

    /** What a verdict came to. */
    public record Ended(boolean accountable, Desk inspector) {}

    /** Tells the respondent, once, and answers who may say something to it. */
    @Transactional
    public Heard begin(ResponsibilityId id) {
        var one = responsibilities.get(id);
        var officer = one.named().flatMap(members::find);
        var desk = desks.answering(one.unit());
        var unit = officer.map(Member::unit).orElse(desk.unit());
        var until = deadlines
                .fix(new Turn(one.matter(), WINDOW, one.round(), unit, id.toString()), limits.limit(WINDOW, null, null))
                .due();
        letters.verdict(id, until);
        return officer.map(member -> new Heard("", member.userId(), until))
                .orElseGet(() -> new Heard(desk.group(), "", until));
    }

    /** The verdict counts from now on; the inspector deals with what is accountable, or whoever stands in. */
    @Transactional
    public Ended end(ResponsibilityId id) {
        var one = responsibilities.settle(id);
        var inspector =
                impartiality.insteadOf(new Desk(Role.INSPECTOR, units.centre().code()), one.unit(), one.officer());
        return new Ended(one.settled().isAccountable(), inspector);
    }
}
