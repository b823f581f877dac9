package org.minyi.organisation;

import java.util.List;
import java.util.Set;

/** A centre, two sub-centres, two posts, and somebody in every role: enough to be impartial in. */
public final class SmallCity {

    public static final UnitCode CENTRE = new UnitCode("990100000000");
    public static final UnitCode NORTH = new UnitCode("990101000000");
    public static final UnitCode SOUTH = new UnitCode("990102000000");
    public static final UnitCode NORTH_POST = new UnitCode("990101010000");
    public static final UnitCode SOUTH_POST = new UnitCode("990102010000");

    private SmallCity() {}

    /** Founds the city where it does not stand yet: tests of one Spring context share a database. */
    public static void standsIn(Organisation organisation, Units units) {
        if (units.find(CENTRE).isEmpty()) {
            organisation.found(units());
            organisation.enlist(members());
        }
    }

    public static List<Unit> units() {
        return List.of(
                new Unit(NORTH_POST, "North Bridge Station", Level.POST, NORTH),
                new Unit(SOUTH_POST, "South Gate Station", Level.POST, SOUTH),
                new Unit(CENTRE, "Centre", Level.CENTRE, null),
                new Unit(NORTH, "North Sub-bureau", Level.SUB_CENTRE, CENTRE),
                new Unit(SOUTH, "South Sub-bureau", Level.SUB_CENTRE, CENTRE));
    }

    public static List<Member> members() {
        return List.of(
                new Member("caller1", "Caller One", CENTRE, Set.of(Role.CALLER)),
                new Member("triage1", "Triage One", CENTRE, Set.of(Role.TRIAGE)),
                new Member("reviewer1", "Reviewer One", CENTRE, Set.of(Role.REVIEWER)),
                new Member("reviewer2", "Reviewer Two", CENTRE, Set.of(Role.REVIEWER)),
                new Member("director1", "Director One", CENTRE, Set.of(Role.DIRECTOR)),
                new Member("inspector1", "Inspector One", CENTRE, Set.of(Role.INSPECTOR)),
                new Member("auditor1", "Auditor One", CENTRE, Set.of(Role.AUDITOR)),
                new Member("owner1", "Owner One", CENTRE, Set.of(Role.PROCESS_OWNER)),
                new Member("admin1", "Admin One", CENTRE, Set.of(Role.ADMINISTRATOR)),
                new Member("liaison1", "Liaison North", NORTH, Set.of(Role.LIAISON)),
                new Member("leader1", "Leader North", NORTH, Set.of(Role.LEADER)),
                new Member("liaison2", "Liaison South", SOUTH, Set.of(Role.LIAISON)),
                new Member("leader2", "Leader South", SOUTH, Set.of(Role.LEADER)),
                new Member("officer1", "Officer North", NORTH_POST, Set.of(Role.OFFICER)),
                new Member("officer1b", "Officer North B", NORTH_POST, Set.of(Role.OFFICER)),
                new Member("officer2", "Officer South", SOUTH_POST, Set.of(Role.OFFICER)));
    }
}
