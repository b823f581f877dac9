package org.minyi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The floor under the process tests holds: what nobody passed is named, and fails the class. */
class FullCoverageTest {

    private static final String MODEL = "processes/survey/phone-question.bpmn";

    private final FullCoverage drawing = FullCoverage.of(MODEL);

    /** Where the build names methods the floor is off. */
    @BeforeEach
    void a_build_that_names_no_methods() {
        System.clearProperty("test");
    }

    @Test
    void a_drawing_that_nobody_played_fails_with_all_of_its_elements() {
        drawing.beforeAll(null);

        assertThatThrownBy(() -> drawing.afterAll(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("callActivity_returnCall")
                .hasMessageContaining("flow_");
    }

    @Test
    void one_line_that_nobody_took_is_enough_to_fail() {
        var model = Bpmn.readModelFromStream(FullCoverage.class.getClassLoader().getResourceAsStream(MODEL));
        drawing.beforeAll(null);
        model.getModelElementsByType(FlowNode.class).forEach(this::passed);
        var flows = model.getModelElementsByType(SequenceFlow.class).iterator();
        var missed = flows.next();
        flows.forEachRemaining(this::passed);

        assertThatThrownBy(() -> drawing.afterAll(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"" + missed.getId() + "\"")
                .hasMessageNotContaining("serviceTask");

        passed(missed);

        assertThatCode(() -> drawing.afterAll(null)).doesNotThrowAnyException();
    }

    /** As the engine tells it; of flows it tells the listener, which keeps them in the same place. */
    private void passed(FlowElement element) {
        var step = new HistoricActivityInstanceEventEntity();
        step.setProcessDefinitionKey("phone-question");
        step.setActivityId(element.getId());
        FullCoverage.STEPS.handleEvent(step);
    }
}
