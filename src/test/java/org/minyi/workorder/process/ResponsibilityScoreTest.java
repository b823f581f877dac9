package org.minyi.workorder.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.DecisionTable;

class ResponsibilityScoreTest {

    private static final DecisionTable TABLE = DecisionTable.of("workorder/responsibility-score.dmn");

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "UNFOUNDED, DELAY,     ORDINARY, 100",
        "UNFOUNDED, INTEGRITY, GRAVE,    100",
        "PARTLY,    DELAY,     ORDINARY, 80",
        "PARTLY,    DELAY,     SERIOUS,  60",
        "PARTLY,    INTEGRITY, GRAVE,    20",
        "FOUNDED,   DELAY,     ORDINARY, 40",
        "FOUNDED,   DELAY,     SERIOUS,  20",
        "FOUNDED,   DELAY,     GRAVE,    0",
        "FOUNDED,   INTEGRITY, ORDINARY, 0"
    })
    void a_verdict_suggests_a_score(String verdict, String category, String severity, String score) {
        assertThat(TABLE.answer("verdict", verdict, "category", category, "severity", severity))
                .isEqualTo(score);
    }
}
