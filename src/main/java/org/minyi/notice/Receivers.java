package org.minyi.notice;

import java.util.Optional;
import java.util.stream.Stream;
import org.minyi.desk.Parties;
import org.minyi.organisation.Level;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.UnitDesks;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;

/**
 * Who confirms that a document was received: the addressee at its own desk, for a post where nobody works its sub-centre.
 * A unit that neither has the matter in hand nor any part in it is not offered tasks of it, and there is nobody to ask at
 * a unit that nobody knows: for them a reviewer of the centre asks by telephone.
 */
@Service
public class Receivers {

    private final Units units;
    private final UnitDesks desks;
    private final Parties parties;
    private final ChineseNames names;

    Receivers(Units units, UnitDesks desks, Parties parties, ChineseNames names) {
        this.units = units;
        this.desks = desks;
        this.parties = parties;
        this.names = names;
    }

    /** The unit as documents name it. */
    public String name(UnitCode unit) {
        return names.unit(unit);
    }

    /** The candidate group of the desk. */
    public String group(UnitCode addressee, NewNotice.Matter matter) {
        return units.find(addressee)
                .filter(unit -> hasInHand(unit.code(), matter) || parties.isIn(matter.id(), unit.code()))
                .filter(unit -> unit.level() != Level.CENTRE)
                .map(unit -> desks.working(unit.code()).group())
                .orElse(Role.REVIEWER.group());
    }

    /** As the desk's own fence sees it: a unit that has it, and those above; any while no unit is said to have it. */
    private boolean hasInHand(UnitCode unit, NewNotice.Matter matter) {
        var having = Stream.of(Optional.ofNullable(matter.handling()), Optional.ofNullable(matter.executing()))
                .flatMap(Optional::stream)
                .toList();
        return having.isEmpty() || having.stream().anyMatch(one -> units.within(one, unit));
    }
}
