package org.minyi.board;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.minyi.organisation.Member;
import org.minyi.organisation.Role;

/** How much of a citizen somebody gets to see with a task. */
enum Sight {
    /** Name and whole number: whoever has taken the call in hand. */
    DIAL,
    /** Name and masked number: the centre. */
    MASKED,
    /**
     * Neither: a unit works on the matter, not on the person, and it may be the unit complained about. What was said is
     * shown without names and numbers.
     */
    PSEUDONYM;

    /** Where a person is dialled, and by whom: the inspector where the centre is complained about. */
    private static final Map<String, Set<Role>> DIALLING = Map.of(
            "return-call.makeCall", EnumSet.of(Role.CALLER, Role.INSPECTOR),
            "ring-back.ringBack", EnumSet.of(Role.CALLER),
            "complaint.tellByPhone", EnumSet.of(Role.CALLER, Role.TRIAGE, Role.INSPECTOR));

    /**
     * @param knowsWho whether the viewer may learn whom the matter is from at all; a call in hand does not change that
     */
    static Sight of(Member viewer, OpenTask task, boolean knowsWho) {
        var dialling = DIALLING.getOrDefault(task.step(), Set.of());
        if (knowsWho
                && viewer.roles().stream().anyMatch(dialling::contains)
                && viewer.userId().equals(task.assignee())) {
            return DIAL;
        }
        return knowsWho ? MASKED : PSEUDONYM;
    }

    /** Whether this is a task in which somebody is dialled. */
    static boolean isDialled(OpenTask task) {
        return DIALLING.containsKey(task.step());
    }

    /** The centre reads the person's whole story; a unit reads the matter it works on. */
    boolean wholeStory() {
        return this != PSEUDONYM;
    }
}
