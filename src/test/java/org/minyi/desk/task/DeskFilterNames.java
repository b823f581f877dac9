package org.minyi.desk.task;

import java.util.Set;
import java.util.stream.Collectors;

/** What the filters as delivered are called. */
public final class DeskFilterNames {

    private DeskFilterNames() {}

    public static Set<String> all() {
        return DeskFilter.all().map(DeskFilter::name).collect(Collectors.toSet());
    }
}
