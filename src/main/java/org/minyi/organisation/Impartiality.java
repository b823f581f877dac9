package org.minyi.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Who may look into a matter. Nobody judges their own: neither the unit complained about, nor anything below it, nor the
 * officer. Whoever is left out is replaced by the level above: post, sub-centre, the centre's reviewers, its director,
 * and last the inspector, who stands outside the centre's own line and so may look into the centre itself.
 */
@Service
public class Impartiality {

    private final Units units;
    private final Members members;

    Impartiality(Units units, Members members) {
        this.units = units;
        this.members = members;
    }

    /** The first impartial desk from the unit that executes the order upwards. */
    public Desk verifier(UnitCode executing, UnitCode respondentUnit, String respondentOfficer) {
        return first(upFrom(executing, Role.LIAISON), respondentUnit, respondentOfficer);
    }

    /** The first impartial desk above the unit that executes the order: its work is reviewed by the level above. */
    public Desk reviewer(UnitCode executing, UnitCode respondentUnit, String respondentOfficer) {
        var desks = upFrom(executing, Role.LEADER);
        return first(desks.subList(1, desks.size()), respondentUnit, respondentOfficer);
    }

    /** The given desk if it is impartial, else the first one above it that is. */
    public Desk insteadOf(Desk desk, UnitCode respondentUnit, String respondentOfficer) {
        var line = upFrom(desk.unit(), desk.role() == Role.LEADER ? Role.LEADER : Role.LIAISON);
        var desks = new ArrayList<>(List.of(desk));
        desks.addAll(line.subList(line.indexOf(desk) + 1, line.size()));
        return first(desks, respondentUnit, respondentOfficer);
    }

    /** Whether a member may look into a matter about this unit and this officer. */
    public boolean isImpartial(Member member, UnitCode respondentUnit, String respondentOfficer) {
        if (member.userId().equals(respondentOfficer)) {
            return false;
        }
        return isOutside(member.unit(), respondentUnit)
                || member.roles().contains(Role.INSPECTOR)
                || (member.roles().contains(Role.DIRECTOR) && isInspectorAccused(respondentOfficer));
    }

    /** Then the director is the only one left who can look into the centre. */
    private boolean isInspectorAccused(String respondentOfficer) {
        return !isHeldByOther(new Desk(Role.INSPECTOR, units.centre().code()), respondentOfficer);
    }

    private Desk first(List<Desk> desks, UnitCode respondentUnit, String respondentOfficer) {
        return desks.stream()
                .filter(desk -> desk.role() == Role.INSPECTOR || isOutside(desk.unit(), respondentUnit))
                .filter(desk -> isHeldByOther(desk, respondentOfficer))
                .findFirst()
                .or(() -> Optional.of(new Desk(Role.DIRECTOR, units.centre().code()))
                        .filter(desk -> isHeldByOther(desk, respondentOfficer)))
                .orElseThrow(() -> new NobodyImpartial(respondentUnit));
    }

    private boolean isOutside(UnitCode unit, UnitCode respondentUnit) {
        return respondentUnit == null || !units.within(unit, respondentUnit);
    }

    private boolean isHeldByOther(Desk desk, String respondentOfficer) {
        return members.holding(desk.role(), desk.unit()).stream()
                .anyMatch(member -> !member.userId().equals(respondentOfficer));
    }

    private List<Desk> upFrom(UnitCode unit, Role atSubCentre) {
        var centre = units.centre().code();
        var top = List.of(
                new Desk(Role.REVIEWER, centre), new Desk(Role.DIRECTOR, centre), new Desk(Role.INSPECTOR, centre));
        var desks = new ArrayList<Desk>();
        var level = units.find(unit).orElseThrow(() -> new NoSuchUnit(unit)).level();
        if (level == Level.POST) {
            desks.add(new Desk(Role.OFFICER, unit));
        }
        if (level != Level.CENTRE) {
            desks.add(new Desk(atSubCentre, units.subCentreOf(unit).code()));
        }
        desks.addAll(top);
        return desks;
    }
}
