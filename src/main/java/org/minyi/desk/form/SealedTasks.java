package org.minyi.desk.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's tasks, taken by those who do them, with everything submitted admitted by the form and sealed first. */
final class SealedTasks extends NotelessTasks {

    private final Seal seal;

    SealedTasks(Seal seal) {
        this.seal = seal;
    }

    @Override
    public void claim(String taskId, String userId) {
        hands().mustBeOwn(taskId, userId);
        super.claim(taskId, userId);
    }

    /** Giving back one's own task needs no more right than taking it did; the engine wants one to hand out tasks. */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null && hands().isOwn(taskId)) {
            super.claim(taskId, null);
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        sealed(taskId, variables, open -> super.complete(taskId, open));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        admit(taskId, FormGate.names(variables));
        return seal.sealed(
                variables,
                () -> MatterText.personOfTask(commandExecutor, taskId),
                open -> super.completeWithVariablesInReturn(taskId, open, deserializeValues));
    }

    /** To the engine it is a way of giving back: the task is its owner's again, and mostly it has none. */
    @Override
    public void resolveTask(String taskId) {
        hands().mustBeOwn(taskId, null);
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        sealed(taskId, variables, open -> {
            hands().mustBeOwn(taskId, null);
            super.resolveTask(taskId, open);
        });
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        shut();
        sealed(taskId, variables, open -> super.handleBpmnError(taskId, errorCode, errorMessage, open));
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        shut();
        sealed(taskId, variables, open -> super.handleEscalation(taskId, escalationCode, open));
    }

    @Override
    protected void setVariables(String taskId, Map<String, ?> variables, boolean local) {
        admit(taskId, FormGate.names(variables));
        super.setVariables(taskId, variables, local);
    }

    @Override
    protected void updateVariables(
            String taskId, Map<String, ?> modifications, Collection<String> deletions, boolean local) {
        admit(taskId, FormGate.names(modifications));
        admit(taskId, deletions == null ? List.of() : deletions);
        super.updateVariables(taskId, modifications, deletions, local);
    }

    @Override
    public void removeVariable(String taskId, String variableName) {
        admit(taskId, List.of(variableName));
        super.removeVariable(taskId, variableName);
    }

    @Override
    public void removeVariableLocal(String taskId, String variableName) {
        admit(taskId, List.of(variableName));
        super.removeVariableLocal(taskId, variableName);
    }

    private OwnHands hands() {
        return new OwnHands(commandExecutor);
    }

    private void admit(String taskId, Collection<String> names) {
        new FormGate(commandExecutor).admitToTask(taskId, names);
    }

    /** An error nobody expects would end the matter without a word. */
    private void shut() {
        shut("a task ends by its form, not by an error or an escalation");
    }

    private void sealed(String taskId, Map<String, Object> variables, Consumer<Map<String, Object>> submit) {
        admit(taskId, FormGate.names(variables));
        seal.sealed(variables, () -> MatterText.personOfTask(commandExecutor, taskId), open -> {
            submit.accept(open);
            return null;
        });
    }
}
