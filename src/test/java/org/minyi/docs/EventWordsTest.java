package org.minyi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final BpmnModelInstance DRAWING = Bpmn.createExecutableProcess("p")
            .startEvent("daily")
            .timerWithCycle("R/P1D")
            .userTask("rectify")
            .name("Rectify")
            .boundaryEvent("reminds")
            .cancelActivity(false)
            .timerWithDuration("P1D")
            .endEvent()
            .moveToActivity("rectify")
            .boundaryEvent("ends")
            .cancelActivity(true)
            .timerWithDuration("P2D")
            .endEvent()
            .moveToActivity("rectify")
            .eventBasedGateway()
            .intermediateCatchEvent("silence")
            .name("Silence")
            .timerWithDuration("P3D")
            .moveToLastGateway()
            .intermediateCatchEvent("reply")
            .name("Reply")
            .message("reply")
            .intermediateCatchEvent("pause")
            .timerWithDuration("PT1H")
            .endEvent()
            .done();

    @Test
    void a_timer_is_told_by_what_it_does() {
        assertThat(words("daily")).isEqualTo("starts the process");
        assertThat(words("reminds")).isEqualTo("at the step *Rectify*, which stays open");
        assertThat(words("ends")).isEqualTo("at the step *Rectify*, which ends");
        assertThat(words("pause")).isEqualTo("the process waits here");
    }

    @Test
    void of_two_that_are_waited_for_each_names_the_other() {
        assertThat(words("silence")).isEqualTo("the process waits for this or for *Reply*, whichever comes first");
        assertThat(words("reply")).isEqualTo("the process waits for this or for *Silence*, whichever comes first");
    }

    @Test
    void what_starts_a_part_of_its_own_says_whether_everything_else_ends() {
        var process = Bpmn.createExecutableProcess("p");
        process.eventSubProcess("part")
                .name("Stopped")
                .startEvent("stop")
                .interrupting(true)
                .message("stop")
                .endEvent();
        var drawing = process.startEvent().endEvent().done();

        assertThat(EventWords.of((FlowNode) drawing.getModelElementById("stop")))
                .isEqualTo("starts *Stopped*; everything else ends");
    }

    private static String words(String id) {
        return EventWords.of((FlowNode) DRAWING.getModelElementById(id));
    }
}
