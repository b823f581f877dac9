package org.minyi.supervision;

import org.minyi.notice.NewNotice;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.UnitDesks;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;

/** Who supervises a matter, and whom. */
@Service
public class SupervisionDesks {

    private final UnitDesks own;
    private final Impartiality impartiality;
    private final Units units;

    SupervisionDesks(UnitDesks own, Impartiality impartiality, Units units) {
        this.own = own;
        this.impartiality = impartiality;
        this.units = units;
    }

    /** The centre's reviewers, or the first desk above them that judges nobody of its own. */
    public Desk supervising(NewNotice.Matter matter) {
        return impartiality.insteadOf(
                new Desk(Role.REVIEWER, units.centre().code()), matter.respondentUnit(), matter.respondentOfficer());
    }

    /** Whoever answers for a unit. */
    public Desk answering(UnitCode unit) {
        return own.answering(unit);
    }

    /** Where a unit does what was agreed. */
    public Desk working(UnitCode unit) {
        return own.working(unit);
    }
}
