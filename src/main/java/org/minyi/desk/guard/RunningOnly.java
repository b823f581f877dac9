package org.minyi.desk.guard;

import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;

/**
 * What has ended is not suspended and not activated. The engine asks for no right there, does nothing, and writes into
 * its record of the matter that whoever asked did it.
 */
final class RunningOnly extends AuthorizationCommandChecker {

    @Override
    public void checkUpdateProcessInstanceSuspensionStateById(String instance) {
        if (findExecutionById(instance) == null) {
            throw new NotFoundException("there is no such running process instance");
        }
        super.checkUpdateProcessInstanceSuspensionStateById(instance);
    }
}
