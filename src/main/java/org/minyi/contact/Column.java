package org.minyi.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a source system tells of a contact: a column of the CSV, a member of the JSON. */
enum Column {
    SOURCE,
    REFERENCE,
    MODULE,
    BUSINESS,
    SERVED_AT,
    UNIT,
    OFFICER,
    NAME,
    PHONE,
    MINOR,
    ADDRESS;

    /** The name in header and JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a table without this column is no table of contacts. */
    boolean required() {
        return this != MINOR && this != ADDRESS;
    }

    static Optional<Column> called(String label) {
        var wanted = label.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.name().equals(wanted))
                .findFirst();
    }
}
