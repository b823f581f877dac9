package org.minyi.desk.task;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The unit that has a task: the one whose desk is offered it, else that of the people it is offered to. */
@Component
class OfferedUnit {

    private final ObjectProvider<Units> units;
    private final ObjectProvider<Members> members;

    OfferedUnit(ObjectProvider<Units> units, ObjectProvider<Members> members) {
        this.units = units;
        this.members = members;
    }

    /** Null where it is offered to nobody of a unit. */
    UnitCode of(DelegateTask task) {
        return groups(task)
                .flatMap(group -> of(group).stream())
                .findFirst()
                .or(() -> people(task)
                        .flatMap(user -> members.getObject().find(user).stream())
                        .map(Member::unit)
                        .findFirst())
                .orElse(null);
    }

    private Optional<UnitCode> of(String group) {
        int dot = group.indexOf('.');
        return Role.ofGroup(group)
                .map(role -> role.level() == Level.CENTRE
                        ? units.getObject().centre().code()
                        : new UnitCode(group.substring(dot + 1)));
    }

    private static Stream<String> groups(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(group -> group != null);
    }

    private static Stream<String> people(DelegateTask task) {
        return Stream.concat(
                task.getCandidates().stream().map(IdentityLink::getUserId).filter(user -> user != null),
                Stream.ofNullable(task.getAssignee()));
    }
}
