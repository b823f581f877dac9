package org.minyi.desk.form;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's tasks, with everything submitted sealed first. */
final class SealedTasks extends TaskServiceImpl {

    private final Seal seal;

    SealedTasks(Seal seal) {
        this.seal = seal;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        sealed(taskId, variables, open -> super.complete(taskId, open));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return seal.sealed(
                variables,
                () -> MatterText.personOfTask(commandExecutor, taskId),
                open -> super.completeWithVariablesInReturn(taskId, open, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        sealed(taskId, variables, open -> super.resolveTask(taskId, open));
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        sealed(taskId, variables, open -> super.handleBpmnError(taskId, errorCode, errorMessage, open));
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        sealed(taskId, variables, open -> super.handleEscalation(taskId, escalationCode, open));
    }

    private void sealed(String taskId, Map<String, Object> variables, Consumer<Map<String, Object>> submit) {
        seal.sealed(variables, () -> MatterText.personOfTask(commandExecutor, taskId), open -> {
            submit.accept(open);
            return null;
        });
    }
}
