package org.minyi.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The facts to be read, newest first. */
@Service
public class Journal {

    private static final int MOST = 200;

    private final ChainTables tables;

    Journal(ChainTables tables) {
        this.tables = tables;
    }

    /**
     * A fact in its place.
     *
     * @param told JSON
     */
    public record Entry(long position, Instant at, String deed, String by, UUID matter, String told) {}

    /** The facts before a position; from the end with {@link Long#MAX_VALUE}. */
    public List<Entry> before(long position, int atMost) {
        return tables.before(position, Math.min(atMost, MOST)).stream()
                .filter(link -> link.fact() != null)
                .map(link -> new Entry(
                        link.position(),
                        link.fact().at().toInstant(),
                        link.fact().deed(),
                        link.fact().by(),
                        link.fact().matter(),
                        link.fact().told()))
                .toList();
    }

    /** The last position; there are as many facts. */
    public long end() {
        return tables.last().map(Link::position).orElse(0L);
    }
}
