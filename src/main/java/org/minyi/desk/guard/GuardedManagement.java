package org.minyi.desk.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Jobs are run by the engine, not by people: the engine refuses somebody without the right to, but counts the refusal as a
 * failed try, so that anybody could bring any matter to a standstill. Whoever may sends a failed step on by its retries.
 */
final class GuardedManagement extends ManagementServiceImpl {

    GuardedManagement(ProcessEngineConfiguration configuration) {
        super(configuration);
    }

    @Override
    public void executeJob(String jobId) {
        if (Context.getCommandContext() == null
                && commandExecutor.execute(command -> command.getAuthenticatedUserId()) != null) {
            throw new AuthorizationException("jobs run by themselves; a failed one is sent on by its retries");
        }
        super.executeJob(jobId);
    }
}
