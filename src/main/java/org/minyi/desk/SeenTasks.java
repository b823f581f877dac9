package org.minyi.desk;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Service;

/** The open tasks, each only for whoever may see it: asked as that person, so that what the engine hides stays hidden. */
@Service
public class SeenTasks {

    private final ProcessEngine engine;

    SeenTasks(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The task, if it is open and this user is let see it; nobody learns which of the two was wanting.
     *
     * @throws TaskDone where it is done in this very moment; the transaction is lost then
     */
    public Optional<SeenTask> of(String userId, String taskId) {
        var task = asUser(userId, query -> query.taskId(taskId).singleResult());
        try {
            return Optional.ofNullable(task).map(this::seen);
        } catch (NullValueException done) {
            // The engine has ended the transaction by now: nothing that is read in it would count.
            throw new TaskDone();
        }
    }

    /** Of these tasks those that are open and this user's to see, by the process each belongs to. */
    public List<InProcess> of(String userId, Collection<String> taskIds) {
        return asUser(userId, query -> query.taskIdIn(taskIds.toArray(String[]::new))
                        .list())
                .stream()
                .map(task -> new InProcess(task.getId(), task.getProcessInstanceId()))
                .toList();
    }

    /** A task and the process it belongs to. */
    public record InProcess(String task, String instance) {}

    private <T> T asUser(String userId, Function<TaskQuery, T> ask) {
        IdentityService identity = engine.getIdentityService();
        var groups = identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        try {
            identity.setAuthentication(userId, groups);
            return ask.apply(engine.getTaskService().createTaskQuery());
        } finally {
            identity.clearAuthentication();
        }
    }

    private SeenTask seen(Task task) {
        return new SeenTask(
                task.getId(),
                task.getName(),
                step(task),
                task.getProcessInstanceId(),
                task.getAssignee(),
                unit(task),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                engine.getTaskService().getVariables(task.getId()));
    }

    private String step(Task task) {
        var drawing = engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
        return drawing + "." + task.getTaskDefinitionKey().replaceFirst("^userTask_", "");
    }

    /** Groups below the centre carry their unit after a dot. */
    private UnitCode unit(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(group -> group.substring(group.indexOf('.') + 1))
                // An owner's own group may have a dot in its name and be no unit's.
                .filter(code -> code.matches("\\d{12}"))
                .map(UnitCode::new)
                .findFirst()
                .orElse(null);
    }
}
