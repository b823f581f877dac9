package org.minyi.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.MatterSearch;
import org.minyi.sight.Onlooker;
import org.springframework.stereotype.Component;

/** Goes through what a search finds, page by page. */
@Component
class Finder {

    private final HistoryTables tables;
    private final Rows rows;
    private final Complaints complaints;
    private final Onlooker onlooker;

    Finder(HistoryTables tables, Rows rows, Complaints complaints, Onlooker onlooker) {
        this.tables = tables;
        this.rows = rows;
        this.complaints = complaints;
        this.onlooker = onlooker;
    }

    /** Gives the pages of one search. */
    @FunctionalInterface
    interface Pages {

        /** The next so many after a place, or the first. */
        Page from(Place after, int size);
    }

    Pages pages(String viewer, Search search) {
        var matter = search.matter() == null ? Optional.<UUID>empty() : matter(viewer, search.matter());
        if (search.matter() != null && matter.isEmpty()) {
            return (after, size) -> new Page(List.of(), null);
        }
        var weighed = tables.weigh(viewer, search);
        return (after, size) -> {
            // One more than is shown tells whether there is more.
            var found = onlooker.as(viewer, () -> {
                var some = tables.page(viewer, search, matter.orElse(null), weighed, after, size + 1);
                return rows.look(some);
            });
            var shown = rows.of(found);
            return shown.size() <= size
                    ? new Page(shown, null)
                    : new Page(
                            shown.subList(0, size),
                            found.instances().get(size - 1).place().asText());
        };
    }

    private Optional<UUID> matter(String viewer, String number) {
        return onlooker.as(viewer, () -> complaints.page(new MatterSearch(viewer, number, null, null, 1))).stream()
                .map(matter -> matter.id().value())
                .findFirst();
    }
}
