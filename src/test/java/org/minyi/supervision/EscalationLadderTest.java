package org.minyi.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.DecisionTable;

class EscalationLadderTest {

    private static final DecisionTable TABLE = DecisionTable.of("supervision/escalation-ladder.dmn");

    @ParameterizedTest(name = "round {0} of a matter that is {1} begins with {2}")
    @CsvSource({
        "2, ORDINARY, RECTIFY_AGAIN",
        "2, SERIOUS,  RECTIFY_AGAIN",
        "2, GRAVE,    DIRECTOR",
        "3, ORDINARY, DIRECTOR",
        "3, SERIOUS,  DIRECTOR",
        "3, GRAVE,    DIRECTOR",
        "9, ORDINARY, DIRECTOR"
    })
    void every_round_has_its_rung(int round, String severity, String rung) {
        assertThat(TABLE.answer("round", round, "severity", severity)).isEqualTo(rung);
    }
}
