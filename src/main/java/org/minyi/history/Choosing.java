package org.minyi.history;

import static java.util.Comparator.comparing;

import java.util.List;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Service;

/** What a search can be asked for: names of processes, steps, ends and units, and no matter. */
@Service
public class Choosing {

    private final Models models;
    private final Units units;

    Choosing(Models models, Units units) {
        this.models = models;
        this.units = units;
    }

    public Choices choices() {
        return new Choices(
                models.newest().stream()
                        .map(drawing -> new Choices.OfProcess(
                                drawing.process(),
                                drawing.name(),
                                named(drawing, Drawing.Kind.TASK),
                                named(drawing, Drawing.Kind.END)))
                        .sorted(comparing(Choices.OfProcess::name))
                        .toList(),
                units.all().stream()
                        .map(unit -> new Choices.OfUnit(
                                unit.code().value(),
                                unit.name(),
                                unit.parent() == null ? null : unit.parent().value()))
                        .toList());
    }

    private static List<Choices.Named> named(Drawing drawing, Drawing.Kind kind) {
        return drawing.of(kind).stream()
                .map(node -> new Choices.Named(node.id(), node.name()))
                .toList();
    }
}
