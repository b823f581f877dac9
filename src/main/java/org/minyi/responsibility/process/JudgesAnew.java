package org.minyi.responsibility.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.minyi.responsibility.Objections;
import org.minyi.responsibility.ResponsibilityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers objections that nobody has taken to those who may judge them by now: whoever got a hand in the matter since, or
 * has left, is no judge any more, and with the last of them gone the director is.
 */
@Component
public class JudgesAnew {

    private static final String JUDGING = "userTask_judgeObjection";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Objections objections;

    JudgesAnew(TaskService tasks, RuntimeService runtime, Objections objections) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.objections = objections;
    }

    /** Objections that wait for a judge. */
    List<String> waiting() {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(ResponsibilityProcess.ID)
                .taskDefinitionKey(JUDGING)
                .taskUnassigned()
                .list()
                .stream()
                .map(Task::getId)
                .toList();
    }

    /** Offers this one to those who may judge it now; nothing where that is as it was, or where it is done. */
    @Transactional
    public void offer(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).taskUnassigned().singleResult();
        if (task == null) {
            return;
        }
        var judges = Set.copyOf(objections.judges(idOf(task)));
        var offered = tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getUserId)
                .filter(user -> user != null)
                .collect(Collectors.toSet());
        without(offered, judges).forEach(user -> tasks.deleteCandidateUser(taskId, user));
        without(judges, offered).forEach(user -> tasks.addCandidateUser(taskId, user));
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private ResponsibilityId idOf(Task task) {
        return ResponsibilityId.of(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }
}
