package org.minyi.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.Deadlines;
import org.minyi.calendar.StepLimits;
import org.minyi.calendar.Turn;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Level;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is late moves up the whole line, level by level, to the director, until it is done. Which role is told at which
 * level stands in overdue-ladder.dmn; a desk at which nobody works is passed by, so that the top is always reached.
 */
@Service
public class Overdue {

    /** As time-limit.dmn calls it: how long a level has until the next one is told. */
    static final String URGE = "overdue.urgeUnit";

    /** The steps of this very process climb by themselves. */
    private static final String OWN = "overdue.";

    private static final List<Role> LINE = List.of(Role.LIAISON, Role.LEADER, Role.REVIEWER, Role.DIRECTOR);

    private final Deadlines deadlines;
    private final StepLimits limits;
    private final Units units;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Overdue(
            Deadlines deadlines,
            StepLimits limits,
            Units units,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deadlines = deadlines;
        this.limits = limits;
        this.units = units;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** Tells what has become late, each once. Answers how many were looked at; there may be more. */
    @Transactional
    public int tell(int atMost) {
        var late = deadlines.takeOverdue(atMost);
        late.stream()
                .filter(deadline -> !deadline.turn().name().startsWith(OWN))
                .map(OverdueStep::new)
                .forEach(events::publishEvent);
        return late.size();
    }

    /**
     * Whether the step is late: neither done nor given more time since it was noticed. It stays so until this transaction
     * is over, so that whoever is done with it meanwhile finds somebody to tell.
     */
    @Transactional
    public boolean isLate(UUID deadline) {
        return deadlines.hold(deadline).filter(this::isLate).isPresent();
    }

    private boolean isLate(Deadline deadline) {
        return deadline.isRunning() && !deadline.due().isAfter(clock.instant());
    }

    /** The level a unit stands on, as the table calls it; the centre's for what no unit has. */
    public Level level(UnitCode unit) {
        return unit == null
                ? Level.CENTRE
                : units.find(unit).map(known -> known.level()).orElse(Level.CENTRE);
    }

    /**
     * The desk of this role above the unit, or the first above it at which somebody works.
     *
     * @param unit that is late; null where no unit is
     */
    public Desk deskAbove(UnitCode unit, Role role) {
        return LINE.stream()
                .dropWhile(one -> one != role)
                .map(one -> new Desk(one, unitOf(one, unit)))
                .filter(desk -> !members.holding(desk.role(), desk.unit()).isEmpty())
                .findFirst()
                .orElseGet(() -> new Desk(Role.INSPECTOR, units.centre().code()));
    }

    private UnitCode unitOf(Role role, UnitCode late) {
        return role.level() == Level.CENTRE || late == null
                ? units.centre().code()
                : units.subCentreOf(late).code();
    }

    /** Until when this level has before the next one is told. */
    @Transactional
    public Instant untilNextLevel(Turn turn, String severity) {
        return deadlines.fix(turn, limits.limit(URGE, null, severity)).due();
    }

    /** A level has urged: the rest of its time is the unit's. */
    @Transactional
    public void levelWaits(UUID matter, String part) {
        deadlines.runOn(matter, URGE, part);
    }

    /** A level's time is over, or nobody waits for it any more. */
    @Transactional
    public void levelOver(UUID matter, String part) {
        deadlines.end(matter, URGE, part);
    }

    /** Whether it is the time of a level that was told. */
    public static boolean isLevels(Turn turn) {
        return turn.name().equals(URGE);
    }

    /** Of a level's time: which step is late. */
    public static UUID lateStep(Turn turn) {
        return UUID.fromString(turn.part().substring(0, turn.part().indexOf(' ')));
    }

    /** The turn of a level that is told. */
    public Turn turn(UUID matter, int round, Desk desk, UUID deadline, int climb) {
        return new Turn(matter, URGE, round, desk.unit(), deadline + " " + climb);
    }
}
