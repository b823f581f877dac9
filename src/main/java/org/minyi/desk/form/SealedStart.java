package org.minyi.desk.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Collects what a matter begins with, and seals it when it begins. */
final class SealedStart extends ProcessInstantiationBuilderImpl {

    private final Seal seal;
    private final VariableMap submitted = Variables.createVariables();

    private SealedStart(Seal seal, CommandExecutor engine) {
        super(engine);
        this.seal = seal;
    }

    static SealedStart byId(Seal seal, CommandExecutor engine, String definitionId) {
        var start = new SealedStart(seal, engine);
        start.processDefinitionId = definitionId;
        return start;
    }

    static SealedStart byKey(Seal seal, CommandExecutor engine, String definitionKey) {
        var start = new SealedStart(seal, engine);
        start.processDefinitionKey = definitionKey;
        return start;
    }

    @Override
    public ProcessInstantiationBuilder setVariable(String name, Object value) {
        submitted.putValue(name, value);
        return this;
    }

    @Override
    public ProcessInstantiationBuilder setVariables(Map<String, Object> variables) {
        if (variables != null) {
            submitted.putAll(variables);
        }
        return this;
    }

    @Override
    public ProcessInstanceWithVariables executeWithVariablesInReturn(
            boolean skipCustomListeners, boolean skipIoMappings) {
        var gate = new FormGate(commandExecutor);
        if (!getModificationBuilder().getModificationOperations().isEmpty()) {
            gate.shut("a matter begins at its beginning");
        }
        gate.admitToStart(this::definition, submitted.keySet());
        return seal.sealed(submitted, () -> null, open -> {
            super.setVariables(open);
            return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
        });
    }

    private String definition() {
        return commandExecutor
                .execute(new GetDeployedProcessDefinitionCmd(this, false))
                .getId();
    }
}
