package org.minyi.board;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.minyi.organisation.Member;
import org.minyi.organisation.Role;

/** How much of a citizen somebody gets to see with a task. */
enum Sight {
    /** Name and whole number: somebody about to dial. */
    DIAL,
    /** Name and masked number: the centre. */
    MASKED,
    /** Neither: a unit works on the matter, not on the person, and it may be the unit complained about. */
    PSEUDONYM;

    /** Where a person is dialled, and by whom. */
    private static final Map<String, Set<Role>> DIALLING = Map.of(
            "return-call.makeCall", EnumSet.of(Role.CALLER),
            "complaint.tellByPhone", EnumSet.of(Role.CALLER, Role.TRIAGE));

    private static final Set<Role> CENTRE = EnumSet.of(
            Role.CALLER, Role.TRIAGE, Role.REVIEWER, Role.DIRECTOR, Role.INSPECTOR, Role.AUDITOR, Role.CUSTODIAN);

    static Sight of(Member viewer, OpenTask task) {
        if (viewer.roles().stream().noneMatch(CENTRE::contains)) {
            return PSEUDONYM;
        }
        var dialling = DIALLING.getOrDefault(task.step(), Set.of());
        var callsNow = viewer.roles().stream().anyMatch(dialling::contains)
                && (task.assignee() == null || task.assignee().equals(viewer.userId()));
        return callsNow ? DIAL : MASKED;
    }

    /** The centre reads the person's whole story; a unit reads the matter it works on. */
    boolean wholeStory() {
        return this != PSEUDONYM;
    }
}
