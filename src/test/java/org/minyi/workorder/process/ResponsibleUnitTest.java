package org.minyi.workorder.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.DecisionTable;
import org.minyi.workorder.HandlingLevel;

class ResponsibleUnitTest {

    private static final DecisionTable TABLE = DecisionTable.of("workorder/responsible-unit.dmn");

    @ParameterizedTest(name = "{1}, {2}, about a {0}: handled by the {3}")
    @CsvSource({
        "POST,       DELAY,     ORDINARY, SUB_CENTRE",
        "POST,       DELAY,     GRAVE,    SUB_CENTRE",
        "POST,       INTEGRITY, ORDINARY, SUB_CENTRE",
        "POST,       INTEGRITY, SERIOUS,  SUB_CENTRE",
        "POST,       INTEGRITY, GRAVE,    CENTRE",
        "SUB_CENTRE, RESULT,    ORDINARY, SUB_CENTRE",
        "SUB_CENTRE, INTEGRITY, GRAVE,    CENTRE",
        "CENTRE,     DELAY,     ORDINARY, CENTRE",
        "UNKNOWN,    OTHER,     ORDINARY, CENTRE"
    })
    void a_matter_is_handled_at_its_level(String respondent, String category, String severity, HandlingLevel level) {
        assertThat(TABLE.answer("respondentLevel", respondent, "category", category, "severity", severity))
                .isEqualTo(level.name());
    }
}
