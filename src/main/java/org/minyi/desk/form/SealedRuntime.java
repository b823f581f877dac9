package org.minyi.desk.form;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;

/** The engine's beginnings of matters, with everything they begin with sealed first; what they carry is nobody's to edit. */
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

    /** Starts and moves matters with whatever is sent along: Minyi's own way, nobody else's. */
    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
        shut();
        return super.createMessageCorrelation(messageName);
    }

    @Override
    public void messageEventReceived(String messageName, String executionId, Map<String, Object> variables) {
        shut();
        super.messageEventReceived(messageName, executionId, variables);
    }

    /** A signal reaches every matter that waits for it, with whatever is sent along. */
    @Override
    public SignalEventReceivedBuilder createSignalEvent(String signalName) {
        shut();
        return super.createSignalEvent(signalName);
    }

    @Override
    public ConditionEvaluationBuilder createConditionEvaluation() {
        shut();
        return super.createConditionEvaluation();
    }

    @Override
    protected void setVariables(String executionId, Map<String, ?> variables, boolean local) {
        shut();
        super.setVariables(executionId, variables, local);
    }

    @Override
    protected void updateVariables(
            String executionId, Map<String, ?> modifications, Collection<String> deletions, boolean local) {
        shut();
        super.updateVariables(executionId, modifications, deletions, local);
    }

    @Override
    public void removeVariable(String executionId, String variableName) {
        shut();
        super.removeVariable(executionId, variableName);
    }

    @Override
    public void removeVariableLocal(String executionId, String variableName) {
        shut();
        super.removeVariableLocal(executionId, variableName);
    }

    private void shut() {
        new FormGate(commandExecutor).shut("what a matter carries is changed by the forms of its tasks alone");
    }
}
