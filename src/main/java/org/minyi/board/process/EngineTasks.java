package org.minyi.board.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.minyi.board.Card;
import org.minyi.board.DeskTasks;
import org.minyi.board.OpenTask;
import org.minyi.citizen.PersonId;
import org.minyi.desk.SeenTask;
import org.minyi.desk.SeenTasks;
import org.minyi.opinion.Opinions;
import org.springframework.stereotype.Component;

/** The tasks as the desk shows them to one person, with whose matter each is. */
@Component
class EngineTasks implements DeskTasks {

    private static final String NUMBER = "matterNumber";
    private static final String TITLE = "matterTitle";
    private static final String MATTER = "matterId";
    private static final String DOCUMENT = "noticeTitle";

    private final SeenTasks tasks;
    private final RuntimeService runtime;
    private final Opinions opinions;

    EngineTasks(SeenTasks tasks, RuntimeService runtime, Opinions opinions) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.opinions = opinions;
    }

    @Override
    public Optional<OpenTask> seenBy(String userId, String taskId) {
        return tasks.of(userId, taskId).map(this::openTask);
    }

    @Override
    public List<Card> cards(String userId, Collection<String> taskIds) {
        var seen = tasks.of(userId, taskIds);
        var texts = textsOf(seen);
        var supervised = opinions.supervised(texts.values().stream()
                .map(text -> text.get(MATTER))
                .filter(EngineTasks::isId)
                .map(UUID::fromString)
                .toList());
        return seen.stream()
                .filter(task -> texts.containsKey(task.instance()))
                .map(task -> card(task, texts.get(task.instance()), supervised))
                .filter(card -> card.number() != null)
                .toList();
    }

    private static Card card(SeenTasks.InProcess task, Map<String, String> texts, Set<UUID> supervised) {
        var matter = texts.get(MATTER);
        return new Card(
                task.task(),
                texts.get(NUMBER),
                texts.getOrDefault(TITLE, ""),
                texts.get(DOCUMENT),
                isId(matter) && supervised.contains(UUID.fromString(matter)));
    }

    /** An owner's own drawing may use any text. */
    private static boolean isId(String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** Number, title and id of its matter, and which document it is about, by instance. */
    private Map<String, Map<String, String>> textsOf(List<SeenTasks.InProcess> seen) {
        if (seen.isEmpty()) {
            return Map.of();
        }
        var found = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(seen.stream()
                        .map(SeenTasks.InProcess::instance)
                        .distinct()
                        .toArray(String[]::new))
                .variableNameIn(NUMBER, TITLE, MATTER, DOCUMENT)
                .list();
        return found.stream()
                .filter(text -> text.getValue() instanceof String)
                .collect(groupingBy(
                        VariableInstance::getProcessInstanceId,
                        toMap(VariableInstance::getName, text -> (String) text.getValue(), (one, other) -> one)));
    }

    private OpenTask openTask(SeenTask task) {
        return new OpenTask(
                task.id(),
                task.name(),
                task.step(),
                task.assignee(),
                task.unit(),
                task.due(),
                matter(task),
                task.number("round").orElse(1),
                task.text("personId").map(PersonId::of).orElse(null));
    }

    private UUID matter(SeenTask task) {
        var id = task.text("matterId").orElseGet(() -> businessKey(task));
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notOurs) {
            // An owner's own drawing may use any business key; it has no dossier then.
            return null;
        }
    }

    private String businessKey(SeenTask task) {
        var matter = runtime.createProcessInstanceQuery()
                .processInstanceId(task.instance())
                .singleResult();
        return Objects.requireNonNullElse(matter.getBusinessKey(), "");
    }
}
