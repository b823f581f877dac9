package org.minyi.counter.web;

import java.util.List;
import org.minyi.organisation.Unit;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Component;

/** The units a citizen can name: each sub-bureau or department with its stations below it. */
@Component
public class NamedUnits {

    private final Units units;

    NamedUnits(Units units) {
        this.units = units;
    }

    /** A sub-bureau and what is below it. */
    public record Group(Unit unit, List<Unit> posts) {}

    List<Group> all() {
        return units.subCentres().stream()
                .map(unit -> new Group(unit, units.below(unit.code())))
                .toList();
    }
}
