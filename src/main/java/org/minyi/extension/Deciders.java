package org.minyi.extension;

import java.util.stream.Stream;
import org.minyi.desk.SeenTask;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Component;

/**
 * Whose desk a question for more time goes to: the first impartial one above the unit, or the director's; where nobody
 * but the one who asks sits there the inspector's.
 */
@Component
class Deciders {

    private final Impartiality impartiality;
    private final Members members;
    private final Units units;

    Deciders(Impartiality impartiality, Members members, Units units) {
        this.impartiality = impartiality;
        this.members = members;
        this.units = units;
    }

    /** @throws NoMoreTime where nobody is left who could decide */
    Desk of(SeenTask task, UnitCode unit, Entitlement.Decider decider, String asking) {
        var inspector = new Desk(Role.INSPECTOR, units.centre().code());
        return Stream.of(of(task, unit, decider), inspector)
                .filter(desk -> members.holding(desk.role(), desk.unit()).stream()
                        .anyMatch(member -> !member.userId().equals(asking)))
                .findFirst()
                .orElseThrow(() -> new NoMoreTime("Nobody but you could decide on it."));
    }

    private Desk of(SeenTask task, UnitCode unit, Entitlement.Decider decider) {
        var accused = task.text("respondentUnit")
                .filter(code -> !code.isBlank())
                .map(UnitCode::new)
                .orElse(null);
        var officer = task.text("respondentOfficer").orElse(null);
        return decider == Entitlement.Decider.DIRECTOR
                ? impartiality.insteadOf(new Desk(Role.DIRECTOR, units.centre().code()), accused, officer)
                : impartiality.reviewer(unit, accused, officer);
    }
}
