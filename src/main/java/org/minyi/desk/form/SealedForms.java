package org.minyi.desk.form;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's forms: what they ask for sealed on the way in, with their choices on the way out. */
final class SealedForms extends FormServiceImpl {

    private final Seal seal;
    private final FormChoices choices;

    SealedForms(Seal seal, FormChoices choices) {
        this.seal = seal;
        this.choices = choices;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        admitToStart(processDefinitionId, properties);
        return seal.sealed(properties, () -> null, open -> super.submitStartForm(processDefinitionId, open));
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        admitToStart(processDefinitionId, properties);
        return seal.sealed(
                properties, () -> null, open -> super.submitStartForm(processDefinitionId, businessKey, open));
    }

    private void admitToStart(String processDefinitionId, Map<String, Object> properties) {
        new FormGate(commandExecutor).admitToStart(() -> processDefinitionId, FormGate.names(properties));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        new FormGate(commandExecutor).admitToTask(taskId, FormGate.names(properties));
        seal.sealed(properties, () -> MatterText.personOfTask(commandExecutor, taskId), open -> {
            super.submitTaskForm(taskId, open);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        new FormGate(commandExecutor).admitToTask(taskId, FormGate.names(properties));
        return seal.sealed(
                properties,
                () -> MatterText.personOfTask(commandExecutor, taskId),
                open -> super.submitTaskFormWithVariablesInReturn(taskId, open, deserializeValues));
    }

    @Override
    public VariableMap getStartFormVariables(
            String processDefinitionId, Collection<String> formVariables, boolean deserializeObjectValues) {
        var variables = super.getStartFormVariables(processDefinitionId, formVariables, deserializeObjectValues);
        return choices.addTo(variables, formVariables, name -> Optional.empty());
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, Collection<String> formVariables, boolean deserializeObjectValues) {
        var variables = super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues);
        return choices.addTo(variables, formVariables, name -> MatterText.ofTask(commandExecutor, taskId, name));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return choices.filled(super.getDeployedStartForm(processDefinitionId), name -> Optional.empty());
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return choices.filled(
                super.getDeployedTaskForm(taskId), name -> MatterText.ofTask(commandExecutor, taskId, name));
    }
}
