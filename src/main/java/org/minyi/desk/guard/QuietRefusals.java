package org.minyi.desk.guard;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A refusal says which right was wanting, and not on what: whoever asks about an incident or a job that is not theirs is
 * otherwise told by the engine which matter it belongs to.
 */
final class QuietRefusals extends CommandInterceptor {

    private static final Set<String> OF_A_MATTER = Set.of(
            Resources.TASK.resourceName(),
            Resources.PROCESS_INSTANCE.resourceName(),
            Resources.HISTORIC_TASK.resourceName(),
            Resources.HISTORIC_PROCESS_INSTANCE.resourceName());

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (AuthorizationException refused) {
            throw quiet(refused);
        }
    }

    private static AuthorizationException quiet(AuthorizationException refused) {
        var wanting = refused.getMissingAuthorizations();
        if (wanting.stream().noneMatch(QuietRefusals::tells)) {
            return refused;
        }
        var quiet = new AuthorizationException(
                refused.getUserId(),
                wanting.stream()
                        .map(one -> tells(one)
                                ? new MissingAuthorization(one.getViolatedPermissionName(), one.getResourceType(), null)
                                : one)
                        .toList());
        quiet.setStackTrace(refused.getStackTrace());
        return quiet;
    }

    private static boolean tells(MissingAuthorization wanting) {
        return wanting.getResourceId() != null && OF_A_MATTER.contains(wanting.getResourceType());
    }
}
