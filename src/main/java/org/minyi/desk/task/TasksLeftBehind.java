package org.minyi.desk.task;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.minyi.organisation.MemberLeft;
import org.minyi.organisation.MemberMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever moves or leaves takes nothing along: what they had claimed goes back to the desk it came from, what was offered
 * to them in person is offered no more, and what they once worked on is not theirs to read again.
 */
@Component
class TasksLeftBehind {

    /** What the engine grants somebody for a task they hold, are offered, or once did. */
    private static final Set<Resource> OF_A_TASK =
            Set.of(Resources.TASK, Resources.HISTORIC_TASK, Resources.HISTORIC_PROCESS_INSTANCE);

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ProcessEngineConfigurationImpl engine;

    TasksLeftBehind(TaskService tasks, AuthorizationService authorizations, ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.engine = engine;
    }

    @EventListener
    void on(MemberMoved moved) {
        leave(moved.now().userId());
    }

    @EventListener
    void on(MemberLeft left) {
        leave(left.member().userId());
    }

    private void leave(String user) {
        engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    tasks.createTaskQuery()
                            .taskAssignee(user)
                            .list()
                            .forEach(task -> tasks.setAssignee(task.getId(), null));
                    tasks.createTaskQuery().taskCandidateUser(user).list().stream()
                            .filter(task -> isOfferedInPerson(task, user))
                            .forEach(task -> tasks.deleteCandidateUser(task.getId(), user));
                    authorizations.createAuthorizationQuery().userIdIn(user).list().stream()
                            .filter(TasksLeftBehind::isOfATask)
                            .map(Authorization::getId)
                            .forEach(authorizations::deleteAuthorization);
                    return null;
                }));
    }

    /** The engine also names tasks that the person's groups are offered. */
    private boolean isOfferedInPerson(Task task, String user) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().anyMatch(link -> user.equals(link.getUserId()));
    }

    private static boolean isOfATask(Authorization grant) {
        return OF_A_TASK.stream().anyMatch(resource -> resource.resourceType() == grant.getResourceType());
    }
}
