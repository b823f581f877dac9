package org.minyi.extension.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionPlanTest {

    @ParameterizedTest(name = "{0} after {1} of a matter that is {2}: {3}, {4} days")
    @CsvSource({
        "EXTENSION, 0, ORDINARY, LEVEL_ABOVE, 5",
        "EXTENSION, 0, SERIOUS,  LEVEL_ABOVE, 5",
        "EXTENSION, 0, GRAVE,    LEVEL_ABOVE, 2",
        "EXTENSION, 1, GRAVE,    DIRECTOR,    5",
        "EXTENSION, 1, '',       DIRECTOR,    5",
        "EXTENSION, 2, ORDINARY, NOBODY,      0",
        "PAUSE,     0, GRAVE,    LEVEL_ABOVE, 20",
        "PAUSE,     1, ORDINARY, DIRECTOR,    20",
        "PAUSE,     2, ORDINARY, NOBODY,      0"
    })
    void more_time_is_granted_by_the_level_above_once_and_by_the_director_a_second_time(
            String kind, int before, String severity, String decides, int days) {
        var dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var table = dmn.parseDecision(
                "extension-plan", getClass().getResourceAsStream("/processes/extension/extension-plan.dmn"));

        var row = dmn.evaluateDecisionTable(
                        table,
                        Variables.putValue("kind", kind)
                                .putValue("before", before)
                                .putValue("severity", severity))
                .getSingleResult();

        assertThat(row.<String>getEntry("decides")).isEqualTo(decides);
        assertThat(row.<Integer>getEntry("atMostDays")).isEqualTo(days);
        assertThat(row.<String>getEntry("why")).isNotBlank();
    }
}
