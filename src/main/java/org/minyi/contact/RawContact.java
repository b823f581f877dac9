package org.minyi.contact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One line of a delivery before it is checked: what stood in which column, and what was wrong with its form. */
final class RawContact {

    private final long line;
    private boolean unfinished;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final List<Reject> faults = new ArrayList<>(0);

    RawContact(long line) {
        this.line = line;
    }

    long line() {
        return line;
    }

    /** Notes that nothing ended this line but the end of the file. */
    void unfinished() {
        unfinished = true;
    }

    /** Whether it may have been cut off: then a fault in it is a fault of the whole file. */
    boolean isUnfinished() {
        return unfinished;
    }

    List<Reject> faults() {
        return faults;
    }

    /** What stood there without the blanks around it; null when nothing did. */
    String get(Column column) {
        return values.get(column);
    }

    void put(Column column, String value) {
        if (value == null || value.isBlank()) {
            values.remove(column);
        } else {
            values.put(column, value.strip());
        }
    }

    boolean isEmpty() {
        return values.isEmpty() && faults.isEmpty();
    }

    void fault(String field, String arrived, String expected) {
        faults.add(new Reject(line, field, arrived, expected));
    }
}
