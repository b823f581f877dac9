package org.minyi;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.minyi.desk.Variable;

class ProcessEnginesTest {

    private static final Variable<String> CATEGORY = Variable.text("category");

    @Test
    void a_typed_variable_is_read_where_it_was_written() {
        // given
        var engine = ProcessEngines.shared();
        var model = Bpmn.createExecutableProcess("typed")
                .startEvent()
                .userTask()
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("typed.bpmn", model)
                .deploy();

        // when
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey("typed", CATEGORY.with("ATTITUDE", Variables.createVariables()));

        // then
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "category"))
                .isEqualTo("ATTITUDE");
    }
}
