package org.minyi.desk.form;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/** The engine's beginnings of matters, with everything they begin with sealed first. */
final class SealedRuntime extends RuntimeServiceImpl {

    private final Seal seal;

    SealedRuntime(Seal seal) {
        this.seal = seal;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        return SealedStart.byId(seal, commandExecutor, processDefinitionId);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        return SealedStart.byKey(seal, commandExecutor, processDefinitionKey);
    }
}
