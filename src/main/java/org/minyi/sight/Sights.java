package org.minyi.sight;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.PersonId;
import org.springframework.stereotype.Service;

/**
 * Who may see a matter, and who may learn whom it is from (DESIGN section 6; 信访工作条例 2022 articles 28 and 30). The
 * rule itself stands in the database (V110__sight.sql), where every query can name it; nobody writes it a second time.
 *
 * <p>A matter of the police hotline has a smaller circle (V197__sight.sql, docs/decisions/0031): of those who would see it
 * as any other, only triage, director, inspector and auditor, whoever took the call, whoever has or had a task of it in
 * hand or may take one that is open, and the units that have its order or a part in it. The officer and the unit that it is
 * about see it only while a task of it is theirs to do.
 */
@Service
public class Sights {

    private final SightTables tables;

    Sights(SightTables tables) {
        this.tables = tables;
    }

    /**
     * The centre's working roles and the auditor see every matter but their own; a unit sees what it has in hand. Of a
     * matter of the police hotline, whoever of them belongs to its circle.
     */
    public boolean sees(String viewer, UUID matter) {
        return !tables.seen(viewer, Set.of(matter)).isEmpty();
    }

    /** Of these matters those that the viewer may see. */
    public Set<UUID> seen(String viewer, Collection<UUID> matters) {
        return matters.isEmpty() ? Set.of() : tables.seen(viewer, matters);
    }

    /** Nobody below the centre, and nobody of the unit complained about but inspector and auditor. */
    public boolean knowsWho(String viewer, UUID matter) {
        return tables.knowsWho(viewer, matter);
    }

    /**
     * What a person's story leaves out for this viewer: the matters from whom they must not learn it, and the dealings and
     * orders that lead to them.
     */
    public Set<UUID> keptApart(String viewer, PersonId person) {
        return tables.keptApart(viewer, person.value());
    }

    /** Of these those that are matters hidden from the viewer, or dealings that became such a matter. */
    public Set<UUID> hidden(String viewer, Collection<UUID> ids) {
        return tables.hidden(viewer, ids);
    }

    /** Of these those from whom the viewer must not learn it. */
    public Set<UUID> anonymous(String viewer, Collection<UUID> ids) {
        return tables.anonymous(viewer, ids);
    }

    /** Whoever sees the matter, except the officer and the unit complained about and all that is below that unit. */
    public boolean mayAskWho(String viewer, UUID matter) {
        return tables.mayAskWho(viewer, matter);
    }
}
