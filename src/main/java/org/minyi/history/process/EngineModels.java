package org.minyi.history.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.minyi.history.Drawing;
import org.minyi.history.Models;
import org.minyi.history.Table;
import org.springframework.stereotype.Component;

/** Reads the models once each: a version never changes. Who may see an instance was asked before. */
@Component
class EngineModels implements Models {

    private final RepositoryService repository;
    private final IdentityService identity;
    private final Map<String, Optional<Drawing>> drawings = new ConcurrentHashMap<>();
    private final Map<String, Optional<Table>> tables = new ConcurrentHashMap<>();

    EngineModels(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    @Override
    public Optional<Drawing> drawing(String definition) {
        return drawings.computeIfAbsent(definition, id -> ask(repository::getProcessDefinition, id)
                .map(known -> drawing(known, repository.getBpmnModelInstance(id))));
    }

    @Override
    public Optional<String> source(String definition) {
        return ask(repository::getProcessModel, definition).map(model -> {
            try (model) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    @Override
    public Optional<Table> table(String definition) {
        return tables.computeIfAbsent(definition, id -> ask(repository::getDecisionDefinition, id)
                .flatMap(known -> table(known, repository.getDmnModelInstance(id))));
    }

    @Override
    public List<Drawing> newest() {
        return ask(
                        any -> repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .list(),
                        "")
                .orElseThrow()
                .stream()
                .flatMap(definition -> drawing(definition.getId()).stream())
                .toList();
    }

    /** As Minyi: a unit may read what was decided in its matter, but no table by itself. */
    private <T> Optional<T> ask(Function<String, T> question, String definition) {
        var whoever = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return Optional.ofNullable(question.apply(definition));
        } catch (NotFoundException | NullValueException deleted) {
            return Optional.empty();
        } finally {
            if (whoever != null) {
                identity.setAuthentication(whoever.getUserId(), whoever.getGroupIds(), whoever.getTenantIds());
            }
        }
    }

    private static Drawing drawing(ProcessDefinition known, BpmnModelInstance model) {
        return new Drawing(
                known.getKey(),
                known.getName() == null ? known.getKey() : known.getName(),
                known.getVersion(),
                known.getDeploymentId(),
                model.getModelElementsByType(FlowNode.class).stream()
                        .map(node -> new Drawing.Node(
                                node.getId(), node.getName() == null ? node.getId() : node.getName(), kind(node)))
                        .toList(),
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(flow -> new Drawing.Flow(
                                flow.getId(),
                                flow.getSource().getId(),
                                flow.getTarget().getId()))
                        .toList());
    }

    private static Drawing.Kind kind(FlowNode node) {
        if (node instanceof UserTask) {
            return Drawing.Kind.TASK;
        }
        if (node instanceof EndEvent) {
            return Drawing.Kind.END;
        }
        if (node instanceof EventBasedGateway) {
            return Drawing.Kind.WAIT;
        }
        // An activity with several arrows out takes them all.
        var splits = node instanceof ParallelGateway
                || node instanceof InclusiveGateway
                || (node instanceof Activity && node.getOutgoing().size() > 1);
        return splits ? Drawing.Kind.SPLIT : Drawing.Kind.OTHER;
    }

    private static Optional<Table> table(DecisionDefinition known, DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).stream()
                .filter(table -> table.getParentElement() instanceof Decision decision
                        && decision.getId().equals(known.getKey()))
                .map(table -> table(known.getVersion(), table))
                .findFirst();
    }

    private static Table table(int version, DecisionTable table) {
        return new Table(
                version,
                table.getInputs().stream().map(EngineModels::column).toList(),
                table.getOutputs().stream().map(EngineModels::column).toList(),
                table.getRules().stream().map(EngineModels::rule).toList());
    }

    private static Table.Column column(Input input) {
        return new Table.Column(input.getId(), input.getLabel() == null ? input.getId() : input.getLabel());
    }

    private static Table.Column column(Output output) {
        return new Table.Column(output.getId(), output.getLabel() == null ? output.getName() : output.getLabel());
    }

    private static Table.Rule rule(Rule rule) {
        return new Table.Rule(
                rule.getId(),
                texts(rule.getInputEntries()),
                texts(rule.getOutputEntries()),
                rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent().strip());
    }

    private static List<String> texts(Collection<? extends DmnElement> entries) {
        return entries.stream().map(entry -> entry.getTextContent().strip()).toList();
    }
}
