package org.minyi.board;

import java.util.Set;
import java.util.UUID;

/**
 * How much of a person's story is told.
 *
 * @param whole also what else happened between this person and the police; else the matter alone
 * @param apart what the whole story leaves out: the matters from whom the reader must not learn it, with the dealings and
 *     orders that lead to them. Told, they would join one matter to the other and with it to the person.
 */
record Extent(boolean whole, Set<UUID> apart) {

    static final Extent MATTER_ALONE = new Extent(false, Set.of());

    boolean tells(UUID id) {
        return !apart.contains(id);
    }
}
