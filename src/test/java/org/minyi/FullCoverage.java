package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a process test class whose tests together leave a flow node (boundary events too) or a sequence flow of the
 * drawing unpassed: {@code @RegisterExtension static FullCoverage drawing =
 * FullCoverage.of("processes/callback/return-call.bpmn");}. Single tests of a class can still be run: nothing is
 * asserted when the build names methods.
 */
public final class FullCoverage implements BeforeAllCallback, AfterAllCallback {

    private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();

    /** Hears which flow nodes were entered. */
    static final HistoryEventHandler STEPS = new HistoryEventHandler() {
        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity step) {
                pass(step.getProcessDefinitionKey(), step.getActivityId());
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    };

    /** Hears which sequence flows were taken. */
    static final BpmnParseListener FLOWS = new AbstractBpmnParseListener() {
        @Override
        public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
            var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
            ExecutionListener taken = execution -> pass(process, transition.getId());
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, taken);
        }
    };

    private final String model;
    private final Process drawing;

    private FullCoverage(String model) {
        this.model = model;
        this.drawing = Bpmn.readModelFromStream(getClass().getClassLoader().getResourceAsStream(model))
                .getModelElementsByType(Process.class)
                .iterator()
                .next();
    }

    public static FullCoverage of(String model) {
        return new FullCoverage(model);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PASSED.remove(drawing.getId());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (System.getProperty("test", "").contains("#")) {
            return;
        }
        var missing = new TreeSet<String>();
        var instance = drawing.getModelInstance();
        instance.getModelElementsByType(FlowNode.class).forEach(node -> missing.add(node.getId()));
        instance.getModelElementsByType(SequenceFlow.class).stream()
                // the engine jumps from an event-based gateway to the event that came; those flows are never "taken"
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .forEach(flow -> missing.add(flow.getId()));
        missing.removeAll(PASSED.getOrDefault(drawing.getId(), Set.of()));
        assertThat(missing).as("elements of %s that no test passed", model).isEmpty();
    }

    private static void pass(String process, String element) {
        if (element != null) {
            PASSED.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet())
                    .add(element);
        }
    }
}
