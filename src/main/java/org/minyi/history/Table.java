package org.minyi.history;

import java.util.List;

/** A decision table as it was drawn when it was asked. */
public record Table(int version, List<Column> inputs, List<Column> outputs, List<Rule> rules) {

    /** A column of the table. */
    public record Column(String id, String name) {}

    /** A row: what it asks for, what it says, and why it stands there. */
    public record Rule(String id, List<String> asks, List<String> says, String why) {}

    public Table {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
    }
}
