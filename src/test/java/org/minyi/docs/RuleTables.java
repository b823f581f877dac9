package org.minyi.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All decision tables below a folder, by the order of their files. */
public final class RuleTables {

    private final List<RuleTable> tables;

    private RuleTables(List<RuleTable> tables) {
        this.tables = tables;
    }

    public static RuleTables in(Path folder) {
        try (var files = Files.walk(folder)) {
            return new RuleTables(files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(RuleTable::of)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<RuleTable> all() {
        return tables;
    }

    Optional<RuleTable> find(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** The tables that limit this step: those that name it, or where none does all that limit any step. */
    List<RuleTable> limiting(String step) {
        var naming = limits().filter(table -> table.names(step)).toList();
        return naming.isEmpty() ? limits().toList() : naming;
    }

    private Stream<RuleTable> limits() {
        return tables.stream().filter(RuleTable::limitsSteps);
    }
}
