package org.minyi.sight;

import static org.minyi.sql.Columns.texts;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The predicate as the database knows it, and the role that people read in. */
@Repository
class SightTables {

    private final JdbcClient db;

    SightTables(JdbcClient db) {
        this.db = db;
    }

    Set<UUID> seen(String viewer, Collection<UUID> matters) {
        return those(viewer, matters, "minyi.sees(:viewer, matter.id)");
    }

    Set<UUID> hidden(String viewer, Collection<UUID> matters) {
        return those(viewer, matters, "minyi.hides(:viewer, matter.id)");
    }

    Set<UUID> anonymous(String viewer, Collection<UUID> matters) {
        return those(viewer, matters, "not minyi.knows_who(:viewer, matter.id)");
    }

    private Set<UUID> those(String viewer, Collection<UUID> matters, String which) {
        return new HashSet<>(db.sql("select id from unnest(:matters::uuid[]) matter (id) where " + which)
                .param("matters", texts(matters, matter -> matter))
                .param("viewer", viewer)
                .query(UUID.class)
                .list());
    }

    Set<UUID> keptApart(String viewer, UUID person) {
        return new HashSet<>(db.sql("select minyi.kept_apart(:viewer, :person)")
                .param("viewer", viewer)
                .param("person", person)
                .query(UUID.class)
                .list());
    }

    boolean knowsWho(String viewer, UUID matter) {
        return db.sql("select minyi.knows_who(:viewer, :matter)")
                .param("viewer", viewer)
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    boolean mayAskWho(String viewer, UUID matter) {
        return db.sql("select minyi.may_ask_who(:viewer, :matter)")
                .param("viewer", viewer)
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends, or until {@link #workAgain()}. */
    void lookAs(String viewer) {
        db.sql("select set_config('minyi.viewer', :viewer, true)")
                .param("viewer", viewer)
                .query(String.class)
                .single();
        db.sql("set local role minyi_onlooker").update();
    }

    void workAgain() {
        db.sql("reset role").update();
        db.sql("select set_config('minyi.viewer', '', true)")
                .query(String.class)
                .single();
    }
}
