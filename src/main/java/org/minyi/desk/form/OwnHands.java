package org.minyi.desk.form;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Lets people take tasks for themselves and give back what they hold. The engine asks only whether the caller may work on
 * the task: whom it then writes down as its holder gets every right to it, and whoever held it before loses it.
 */
final class OwnHands {

    private final CommandExecutor engine;

    OwnHands(CommandExecutor engine) {
        this.engine = engine;
    }

    /** Refuses to take a task for somebody else, or out of somebody else's hands. */
    void mustBeOwn(String taskId, String holder) {
        person().filter(me -> holder == null ? !isHeldBy(me, taskId) : !holder.equals(me))
                .ifPresent(me -> {
                    throw new AuthorizationException("a task is taken for oneself, and given back by whoever holds it");
                });
    }

    /** Whether somebody logged in holds this task. */
    boolean isOwn(String taskId) {
        return person().filter(me -> isHeldBy(me, taskId)).isPresent();
    }

    /** Nobody where Minyi is at work: it runs inside a step of the engine, or with nobody logged in. */
    private Optional<String> person() {
        return Context.getCommandContext() == null
                ? Optional.ofNullable(engine.execute(CommandContext::getAuthenticatedUserId))
                : Optional.empty();
    }

    private boolean isHeldBy(String me, String taskId) {
        return engine.execute(
                command -> Optional.ofNullable(command.getTaskManager().findTaskById(taskId))
                        .map(TaskEntity::getAssignee)
                        .filter(me::equals)
                        .isPresent());
    }
}
