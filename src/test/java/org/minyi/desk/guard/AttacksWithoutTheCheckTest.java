package org.minyi.desk.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The second lock alone: what is deployed unread is deployed, started and driven, and nothing of it comes through. */
@MinyiTest
@TestPropertySource(properties = "minyi.desk.check-models=false")
class AttacksWithoutTheCheckTest {

    /** Counted, and not one fewer: else it is somebody else who refuses them at the door. */
    private static final int STORED = 266;

    private static final int FORMS = 49;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    /** Whoever has a task has a calendar to be due by. */
    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
    }

    @Test
    void no_attack_comes_through_where_nobody_reads_what_is_deployed() {
        var strike = new Strike(engine);
        strike.prepare();
        var through = new ArrayList<String>();
        for (var attack : Attacks.all().stream().filter(one -> !one.isEndless()).toList()) {
            if (strike.hits(attack)) {
                through.add(attack.name());
            }
        }
        System.out.println("attacks without the check: " + strike.stored().size() + " stored, "
                + strike.formsShown().size() + " forms shown");
        assertThat(through).isEmpty();
        assertThat(strike.stored()).as("what was stored unread").hasSize(STORED);
        assertThat(strike.formsShown()).as("tasks that showed such a form").hasSize(FORMS);
    }

    @Test
    void a_form_that_nobody_read_does_not_say_who_did_a_step() {
        engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "who-did-it.form",
                        """
                        {"id":"who-did-it","type":"default","schemaVersion":16,
                         "components":[{"type":"textfield","id":"f","key":"doneBy"},{"type":"textfield","id":"g","key":"x"}]}
                        """)
                .addModelInstance(
                        "who-did-it.bpmn",
                        Bpmn.createExecutableProcess("who-did-it")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask()
                                .camundaFormRef("who-did-it")
                                .camundaFormRefBinding("latest")
                                .camundaCandidateGroups("triage")
                                .userTask()
                                .camundaCandidateGroups("triage")
                                .endEvent()
                                .done())
                .deploy();
        var matter = engine.getRuntimeService().startProcessInstanceByKey("who-did-it");
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(matter.getId())
                .singleResult();
        engine.getIdentityService().setAuthentication("triage1", List.of("triage"));
        try {
            assertThatThrownBy(() -> engine.getFormService()
                            .submitTaskForm(task.getId(), Map.of("doneBy", "custodian1", "x", "1")))
                    .hasMessageContaining("'doneBy' is no field of this form");
            engine.getFormService().submitTaskForm(task.getId(), Map.of("x", "1"));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        assertThat(engine.getRuntimeService().getVariable(matter.getId(), "doneBy"))
                .isEqualTo("triage1");
    }
}
