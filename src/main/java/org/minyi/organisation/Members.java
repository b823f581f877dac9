package org.minyi.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The people who work with Minyi, and where. */
@Service
public class Members {

    private final OrganisationTables tables;

    Members(OrganisationTables tables) {
        this.tables = tables;
    }

    public Optional<Member> find(String userId) {
        return tables.member(userId);
    }

    /** Who holds this role in this very unit, by login. */
    public List<Member> holding(Role role, UnitCode unit) {
        return tables.membersHolding(role, unit);
    }

    /** Who works in this unit or anywhere below it, by login. */
    public List<Member> within(UnitCode unit) {
        return tables.membersWithin(unit);
    }

    public List<Member> all() {
        return tables.members();
    }
}
