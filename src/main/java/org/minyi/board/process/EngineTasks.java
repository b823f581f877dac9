package org.minyi.board.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minyi.board.Card;
import org.minyi.board.DeskTasks;
import org.minyi.board.OpenTask;
import org.minyi.board.TaskDone;
import org.minyi.citizen.PersonId;
import org.minyi.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Asks the engine as the user who looks; what its authorisations hide stays hidden. */
@Component
class EngineTasks implements DeskTasks {

    private static final String NUMBER = "matterNumber";
    private static final String TITLE = "matterTitle";

    private final ProcessEngine engine;

    EngineTasks(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<OpenTask> seenBy(String userId, String taskId) {
        var task = asUser(userId, query -> query.taskId(taskId).singleResult());
        try {
            return Optional.ofNullable(task).map(this::openTask);
        } catch (NullValueException done) {
            // The engine has ended the transaction by now: nothing that is read in it would count.
            throw new TaskDone();
        }
    }

    @Override
    public List<Card> cards(String userId, Collection<String> taskIds) {
        var seen = asUser(
                userId, query -> query.taskIdIn(taskIds.toArray(String[]::new)).list());
        var texts = textsOf(seen);
        return seen.stream()
                .filter(task -> texts.containsKey(task.getProcessInstanceId()))
                .map(task -> card(task, texts.get(task.getProcessInstanceId())))
                .filter(card -> card.number() != null)
                .toList();
    }

    private static Card card(Task task, Map<String, String> texts) {
        return new Card(task.getId(), texts.get(NUMBER), texts.getOrDefault(TITLE, ""));
    }

    /** Number and title by matter. */
    private Map<String, Map<String, String>> textsOf(List<Task> seen) {
        if (seen.isEmpty()) {
            return Map.of();
        }
        var found = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(
                        seen.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
                .variableNameIn(NUMBER, TITLE)
                .list();
        return found.stream()
                .filter(text -> text.getValue() instanceof String)
                .collect(groupingBy(
                        VariableInstance::getProcessInstanceId,
                        toMap(VariableInstance::getName, text -> (String) text.getValue(), (one, other) -> one)));
    }

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

    private OpenTask openTask(Task task) {
        var facts =
                engine.getTaskService().getVariables(task.getId(), List.of("matterId", "round", "personId", "attempt"));
        return new OpenTask(
                task.getName(),
                step(task),
                task.getAssignee(),
                unit(task),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                matter(task, facts),
                facts.get("round") instanceof Integer round ? round : 1,
                facts.get("personId") instanceof String person ? PersonId.of(person) : null,
                facts.get("attempt") instanceof Integer attempt ? attempt : 0);
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

    private UUID matter(Task task, Map<String, Object> facts) {
        var id = Objects.requireNonNullElseGet((String) facts.get("matterId"), () -> businessKey(task));
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOurs) {
            // An owner's own drawing may use any business key; it has no dossier then.
            return null;
        }
    }

    private String businessKey(Task task) {
        var matter = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return Objects.requireNonNullElse(matter.getBusinessKey(), "");
    }
}
