package org.minyi.organisation;

import org.springframework.stereotype.Service;

/** The desks at which a unit itself acts: where it signs, works and answers. */
@Service
public class UnitDesks {

    private final Units units;
    private final Members members;

    UnitDesks(Units units, Members members) {
        this.units = units;
        this.members = members;
    }

    /** Signs: the liaison of the sub-centre, for it and for its posts; a reviewer for the centre. */
    public Desk signing(UnitCode unit) {
        var above = units.subCentreOf(unit);
        return above.level() == Level.CENTRE ? atCentre(Role.REVIEWER) : new Desk(Role.LIAISON, above.code());
    }

    /** Works: the officers of a post. A post where nobody works can do nothing: its sub-centre does. */
    public Desk working(UnitCode unit) {
        var post = new Desk(Role.OFFICER, unit);
        var isPost =
                units.find(unit).filter(known -> known.level() == Level.POST).isPresent();
        return isPost && isManned(post) ? post : signing(unit);
    }

    /** Answers: the leader of the sub-centre, for it and for its posts; the director for the centre, and for want of one. */
    public Desk answering(UnitCode unit) {
        var above = units.subCentreOf(unit);
        var leader = new Desk(Role.LEADER, above.code());
        return above.level() == Level.CENTRE || !isManned(leader) ? atCentre(Role.DIRECTOR) : leader;
    }

    private boolean isManned(Desk desk) {
        return !members.holding(desk.role(), desk.unit()).isEmpty();
    }

    private Desk atCentre(Role role) {
        return new Desk(role, units.centre().code());
    }
}
