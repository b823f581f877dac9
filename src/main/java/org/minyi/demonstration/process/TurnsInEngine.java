package org.minyi.demonstration.process;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minyi.citizen.PersonId;
import org.minyi.complaint.Complaints;
import org.minyi.demonstration.WhoseTurn;
import org.minyi.desk.StepNames;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Reads the tasks as they are offered, recusals included. Nobody's rights are asked: it exists in the demonstration
 * only.
 */
@Component
@ConditionalOnProperty("minyi.simulator")
class TurnsInEngine implements WhoseTurn {

    private static final String PERSON = "personId";
    private static final String MATTER = "matterId";
    private static final String NUMBER = "matterNumber";
    private static final int MOST = 100;

    private final TaskService tasks;
    private final IdentityService identities;
    private final Complaints complaints;

    TurnsInEngine(TaskService tasks, IdentityService identities, Complaints complaints) {
        this.tasks = tasks;
        this.identities = identities;
        this.complaints = complaints;
    }

    @Override
    public List<Turn> about(Collection<PersonId> people, Locale reader) {
        if (people.isEmpty()) {
            return List.of();
        }
        var open = tasks.createTaskQuery().or();
        // A unit's task says which matter it belongs to, and not whose that is.
        people.forEach(person -> {
            open.processVariableValueEquals(PERSON, person.value().toString());
            complaints
                    .of(person)
                    .forEach(matter ->
                            open.processVariableValueEquals(MATTER, matter.id().toString()));
        });
        return open.endOr().orderByTaskCreateTime().asc().list().stream()
                .flatMap(task -> turn(task, reader))
                .toList();
    }

    @Override
    public List<Turn> at(Unit unit, Locale reader) {
        var groups = Stream.of(Role.values())
                .filter(role -> role.level() == unit.level())
                .map(role -> new Desk(role, unit.code()).group())
                .toList();
        return tasks
                .createTaskQuery()
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, MOST)
                .stream()
                .flatMap(task -> turn(task, reader))
                .toList();
    }

    /** Nothing where the task was done since it was found, or is being done this moment. */
    private Stream<Turn> turn(Task task, Locale reader) {
        try {
            return Stream.of(new Turn(
                    StepNames.in(task.getName(), reader),
                    (String) tasks.getVariable(task.getId(), NUMBER),
                    logins(task)));
        } catch (NullValueException | OptimisticLockingException done) {
            return Stream.empty();
        }
    }

    private List<String> logins(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .flatMap(this::offeredTo)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> offeredTo(IdentityLink offer) {
        return offer.getGroupId() == null
                ? Stream.ofNullable(offer.getUserId())
                : identities.createUserQuery().memberOfGroup(offer.getGroupId()).list().stream()
                        .map(User::getId);
    }
}
