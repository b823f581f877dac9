package org.minyi.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The units of the city on their three levels. */
@Service
public class Units {

    private final OrganisationTables tables;

    Units(OrganisationTables tables) {
        this.tables = tables;
    }

    public Optional<Unit> find(UnitCode code) {
        return tables.unit(code);
    }

    /** The city's centre; a city without one was never founded. */
    public Unit centre() {
        return tables.unitsAt(Level.CENTRE).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this city has no centre yet"));
    }

    public List<Unit> subCentres() {
        return tables.unitsAt(Level.SUB_CENTRE);
    }

    /** The units directly under this one. */
    public List<Unit> below(UnitCode unit) {
        return tables.unitsUnder(unit);
    }

    public List<Unit> all() {
        return tables.units();
    }

    /** Every code there is: what an import checks its lines against. */
    public Set<String> codes() {
        return tables.units().stream().map(unit -> unit.code().value()).collect(Collectors.toUnmodifiableSet());
    }

    /** The unit itself and everything above it, from below; nothing for one that does not exist. */
    public List<Unit> lineUp(UnitCode unit) {
        return tables.lineUp(unit);
    }

    /** The mailbox for official mail to the unit; nothing where it has none, or where there is no such unit. */
    public Optional<String> mail(UnitCode code) {
        return tables.mail(code);
    }

    /** Whether the unit is the other one, or stands anywhere below it. */
    public boolean within(UnitCode unit, UnitCode ancestorOrSame) {
        return tables.lineUp(unit).stream().anyMatch(above -> above.code().equals(ancestorOrSame));
    }

    /** The sub-centre a unit answers to: itself, or the one above a post; the centre for the centre. */
    public Unit subCentreOf(UnitCode code) {
        return tables.lineUp(code).stream()
                .filter(unit -> unit.level() != Level.POST)
                .findFirst()
                .orElseThrow(() -> new NoSuchUnit(code));
    }
}
