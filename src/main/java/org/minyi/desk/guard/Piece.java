package org.minyi.desk.guard;

import java.util.List;

/**
 * One element of a drawing or a table.
 *
 * @param attributes in the order they stand; those of no namespace of their own have an empty one
 * @param within the element right around it
 * @param step the nearest element around it, or itself, that has a name or an id
 */
record Piece(Name name, List<Attribute> attributes, String text, int line, String within, String step) {

    /** A namespace and a word in it. */
    record Name(String namespace, String word) {}

    record Attribute(Name name, String value) {}

    String place() {
        var around = step.isEmpty() || step.startsWith(name.word() + " ") ? "" : " of " + step;
        return "line %d, %s%s".formatted(line, step.startsWith(name.word() + " ") ? step : name.word(), around);
    }
}
