package org.minyi.desk.task;

import static org.minyi.desk.task.TaskVariables.EXECUTING_UNIT;
import static org.minyi.desk.task.TaskVariables.HANDLING_UNIT;
import static org.minyi.desk.task.TaskVariables.MATTER_ID;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.minyi.desk.Parties;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps a matter among the units that have it, whatever a drawing's expression makes of it: the unit that is
 * responsible, the one that puts it right, those that have another part in it, those above them, and those of the centre
 * who work on matters. Nobody else's group and nobody else's people are offered its tasks.
 */
@Component
class UnitFence {

    /** The centre's roles that have a part in matters. Whoever is offered a task reads and does it. */
    private static final Set<Role> AT_WORK =
            EnumSet.of(Role.CALLER, Role.TRIAGE, Role.REVIEWER, Role.DIRECTOR, Role.INSPECTOR);

    private static final int ID_LENGTH = 36;

    private final ObjectProvider<Units> units;
    private final ObjectProvider<Members> members;
    private final ObjectProvider<Parties> parties;

    UnitFence(ObjectProvider<Units> units, ObjectProvider<Members> members, ObjectProvider<Parties> parties) {
        this.units = units;
        this.members = members;
        this.parties = parties;
    }

    /**
     * Refuses a group that is no desk, a role that works on no matter, one of every unit at once, and the desk of a
     * unit the matter is not with.
     */
    void admitGroup(Step step, String group, VariableScope matter) {
        var role = Role.ofGroup(group).orElseThrow(() -> outside(step, group));
        if (role.level() == Level.CENTRE) {
            if (!isAtWork(role, step)) {
                throw outside(step, group);
            }
            return;
        }
        int dot = group.indexOf('.');
        if (dot < 0 || !isWithin(new UnitCode(group.substring(dot + 1)), matter)) {
            throw outside(step, group);
        }
    }

    void admitUser(Step step, String userId, VariableScope matter) {
        var foreign = members.getObject()
                .find(userId)
                .filter(member -> !mayHave(step, member, matter))
                .isPresent();
        if (foreign) {
            throw outside(step, userId);
        }
    }

    private boolean mayHave(Step step, Member member, VariableScope matter) {
        return isCentre(member.unit())
                ? member.roles().stream().anyMatch(role -> isAtWork(role, step))
                : isWithin(member.unit(), matter)
                        || idOf(matter)
                                .filter(id -> parties.getObject().isIn(id, member))
                                .isPresent();
    }

    private static boolean isAtWork(Role role, Step step) {
        return AT_WORK.contains(role) || (role == Role.CUSTODIAN && step.isAboutAnIdentity());
    }

    private boolean isCentre(UnitCode unit) {
        return units.getObject().centre().code().equals(unit);
    }

    /** A matter that no unit has yet is with nobody in particular. */
    private boolean isWithin(UnitCode unit, VariableScope matter) {
        var having = unitsOf(matter);
        return having.isEmpty()
                || having.stream().anyMatch(one -> units.getObject().within(one, unit))
                || idOf(matter).filter(id -> parties.getObject().isIn(id, unit)).isPresent();
    }

    private static Optional<UUID> idOf(VariableScope matter) {
        return MATTER_ID
                .on(matter)
                .optional()
                .filter(id -> id.length() == ID_LENGTH)
                .map(UUID::fromString);
    }

    private static List<UnitCode> unitsOf(VariableScope matter) {
        return Stream.of(HANDLING_UNIT, EXECUTING_UNIT)
                .map(unit -> unit.on(matter).optional())
                .flatMap(Optional::stream)
                .filter(code -> !code.isBlank())
                .map(UnitCode::new)
                .toList();
    }

    private static IllegalStateException outside(Step step, String whom) {
        return new IllegalStateException(
                "%s may not be offered to %s: the matter is not with their unit or role".formatted(step.name(), whom));
    }
}
