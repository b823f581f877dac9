package org.minyi.workorder;

import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.UnitDesks;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;

/**
 * Chooses the desks of an order. Whoever is complained about signs and puts right, and has no part in verifying,
 * proposing, confirming, reviewing or deciding; there the next level up takes the place.
 */
@Service
class ImpartialDesks {

    private final Impartiality impartiality;
    private final UnitDesks own;
    private final Units units;

    ImpartialDesks(Impartiality impartiality, UnitDesks own, Units units) {
        this.impartiality = impartiality;
        this.own = own;
        this.units = units;
    }

    Desk signing(UnitCode handling) {
        return own.signing(handling);
    }

    Desks around(Respondent respondent, UnitCode handling, UnitCode executing) {
        var unit = respondent.unit();
        var officer = respondent.officer();
        var leading = isCentre(handling) ? atCentre(Role.REVIEWER) : new Desk(Role.LEADER, handling);
        var proposing = impartiality.insteadOf(leading, unit, officer);
        return new Desks(
                handling,
                executing,
                impartiality.verifier(executing, unit, officer),
                proposing,
                impartiality.insteadOf(above(proposing), unit, officer),
                own.working(executing),
                impartiality.reviewer(executing, unit, officer),
                impartiality.insteadOf(atCentre(Role.REVIEWER), unit, officer),
                impartiality.insteadOf(atCentre(Role.DIRECTOR), unit, officer));
    }

    /** Nobody confirms at the desk that proposed, as long as one stands above it. */
    private Desk above(Desk desk) {
        return atCentre(
                switch (desk.role()) {
                    case REVIEWER -> Role.DIRECTOR;
                    case DIRECTOR, INSPECTOR -> Role.INSPECTOR;
                    default -> Role.REVIEWER;
                });
    }

    private Desk atCentre(Role role) {
        return new Desk(role, units.centre().code());
    }

    private boolean isCentre(UnitCode unit) {
        return units.centre().code().equals(unit);
    }
}
