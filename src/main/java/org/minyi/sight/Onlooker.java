package org.minyi.sight;

import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody read matters through the database's own lock: what is asked inside sees this person's matters only,
 * whatever the query forgot to say. Identities and the engine's tasks are not to be had inside; who needs them asks
 * afterwards, when it is known that the matter may be seen.
 */
@Service
public class Onlooker {

    private final SightTables tables;

    Onlooker(SightTables tables) {
        this.tables = tables;
    }

    /** Nothing can be written inside. A failure ends the transaction, and with it the onlooker's role. */
    @Transactional
    public <T> T as(String viewer, Supplier<T> look) {
        tables.lookAs(viewer);
        var seen = look.get();
        tables.workAgain();
        return seen;
    }
}
