package org.minyi.desk;

import java.time.Clock;
import java.util.UUID;
import org.minyi.organisation.Member;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a part in a matter besides the units that have its order: invited to a joint meeting, given a duty, held
 * responsible. A party sees the matter as a unit does, without who complained, and may be offered its tasks.
 */
@Service
public class Parties {

    /** What part somebody has. */
    public enum Part {
        /** Held responsible. */
        RESPONDENT,
        MEETING,
        DUTY
    }

    private final PartyTable table;
    private final Units units;
    private final Clock clock;

    Parties(PartyTable table, Units units, Clock clock) {
        this.table = table;
        this.units = units;
        this.clock = clock;
    }

    /** The unit has this part from now on; taken in again, nothing changes. */
    @Transactional
    public void take(UUID matter, UnitCode unit, Part part) {
        table.insert(matter, unit.value(), "", part, clock.instant());
    }

    /** This one person has the part, and nobody else of their unit. */
    @Transactional
    public void take(UUID matter, String userId, Part part) {
        table.insert(matter, "", userId, part, clock.instant());
    }

    /** Whether a task of the matter may lie at a desk of this unit: it, or one below it, has a part. */
    public boolean isIn(UUID matter, UnitCode unit) {
        return table.units(matter).stream().anyMatch(having -> units.within(having, unit));
    }

    /** Whether a task of the matter may be offered to this person. */
    public boolean isIn(UUID matter, Member member) {
        return table.users(matter).contains(member.userId()) || isIn(matter, member.unit());
    }
}
