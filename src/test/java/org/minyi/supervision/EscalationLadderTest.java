package org.minyi.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.DecisionTable;

class EscalationLadderTest {

    private static final DecisionTable TABLE = DecisionTable.of("supervision/escalation-ladder.dmn");

    @ParameterizedTest(name = "round {0} of a matter that is {1} begins with {2}")
    @CsvSource({
        "2,  ORDINARY, RECTIFY_AGAIN",
        "3,  ORDINARY, SUPERVISION_NOTICE",
        "4,  ORDINARY, INTERVIEW",
        "5,  ORDINARY, JOINT_MEETING",
        "6,  ORDINARY, FINAL_DISPOSAL",
        "7,  ORDINARY, LAST_DISPOSAL",
        "2,  SERIOUS,  SUPERVISION_NOTICE",
        "3,  SERIOUS,  INTERVIEW",
        "4,  SERIOUS,  JOINT_MEETING",
        "5,  SERIOUS,  FINAL_DISPOSAL",
        "6,  SERIOUS,  LAST_DISPOSAL",
        "2,  GRAVE,    INTERVIEW",
        "3,  GRAVE,    JOINT_MEETING",
        "4,  GRAVE,    FINAL_DISPOSAL",
        "5,  GRAVE,    LAST_DISPOSAL",
        "90, GRAVE,    LAST_DISPOSAL"
    })
    void every_round_has_its_rung(int round, String severity, String rung) {
        assertThat(TABLE.answer("round", round, "severity", severity)).isEqualTo(rung);
    }
}
