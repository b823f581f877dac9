package org.minyi.desk.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps as evidence what people do to the engine itself, whichever way they come: what is deployed, and everything the
 * engine logs as an operation of a user (rights, groups, a matter steered by hand). In the engine's own transaction.
 */
@Component
class EngineRecord extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Evidence> evidence;

    EngineRecord(ObjectProvider<Evidence> evidence) {
        this.evidence = evidence;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var deployers = new ArrayList<Deployer>();
        Optional.ofNullable(configuration.getCustomPostDeployers()).ifPresent(deployers::addAll);
        deployers.add(this::deployed);
        configuration.setCustomPostDeployers(deployers);
        configuration.getCustomHistoryEventHandlers().add(new Operations());
    }

    /** The engine asks its deployers again whenever a model left its cache. */
    private void deployed(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var by = Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                .orElse(Fact.MINYI);
        evidence.getObject()
                .keepAll(deployment.getResources().values().stream()
                        .map(resource -> Fact.of(deed(resource.getName()), by)
                                .witness("deployment", deployment.getId())
                                .witness("resource", resource.getName())
                                .with("sha256", Fact.sha256(resource.getBytes())))
                        .toList());
    }

    private static Deed deed(String resource) {
        return resource.endsWith(".dmn") || resource.endsWith(".form") ? Deed.RULE_CHANGED : Deed.MODEL_DEPLOYED;
    }

    /** The engine's log of operations as it is written. Values only where they are ids and rights. */
    private final class Operations implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof UserOperationLogEntryEventEntity operation && !isToldElsewhere(operation)) {
                evidence.getObject().keep(fact(operation));
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }

        /** The desk's listeners tell who took and did a task, the deployer what was deployed. */
        private boolean isToldElsewhere(UserOperationLogEntryEventEntity operation) {
            return switch (operation.getEntityType()) {
                case EntityTypes.TASK ->
                    List.of(
                                    UserOperationLogEntry.OPERATION_TYPE_CLAIM,
                                    UserOperationLogEntry.OPERATION_TYPE_ASSIGN,
                                    UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                            .contains(operation.getOperationType());
                case EntityTypes.DEPLOYMENT ->
                    UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation.getOperationType());
                default -> false;
            };
        }

        private Fact fact(UserOperationLogEntryEventEntity operation) {
            var by = Optional.ofNullable(operation.getUserId()).orElse(Fact.MINYI);
            var deed = deed(operation.getEntityType());
            var fact = Fact.of(deed, by)
                    .witness("operation", operation.getOperationId())
                    .witness("what", operation.getEntityType())
                    .witness("how", operation.getOperationType())
                    .witness("property", operation.getProperty())
                    .witness("instance", operation.getProcessInstanceId())
                    .witness("definition", operation.getProcessDefinitionKey())
                    .witness("task", operation.getTaskId())
                    .witness("job", operation.getJobId())
                    .witness("deployment", operation.getDeploymentId());
            return deed == Deed.ENGINE_STEERED
                    ? fact
                    : fact.witness("value", operation.getNewValue()).witness("before", operation.getOrgValue());
        }

        private static Deed deed(String what) {
            return switch (what) {
                case EntityTypes.AUTHORIZATION -> Deed.RIGHT_CHANGED;
                case EntityTypes.USER -> Deed.USER_CHANGED;
                case EntityTypes.GROUP,
                        EntityTypes.GROUP_MEMBERSHIP,
                        EntityTypes.TENANT,
                        EntityTypes.TENANT_MEMBERSHIP -> Deed.ROLE_CHANGED;
                case EntityTypes.DEPLOYMENT -> Deed.MODEL_DELETED;
                default -> Deed.ENGINE_STEERED;
            };
        }
    }
}
