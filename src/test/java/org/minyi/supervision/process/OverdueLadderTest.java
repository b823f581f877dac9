package org.minyi.supervision.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.DecisionTable;
import org.minyi.organisation.Role;

class OverdueLadderTest {

    private static final DecisionTable TABLE = DecisionTable.of("supervision/overdue-ladder.dmn");

    @ParameterizedTest(name = "a late {0}: level {1} is the {2}")
    @CsvSource({
        "POST,       1,  LIAISON",
        "POST,       2,  LEADER",
        "POST,       3,  REVIEWER",
        "POST,       4,  DIRECTOR",
        "POST,       40, DIRECTOR",
        "SUB_CENTRE, 1,  LEADER",
        "SUB_CENTRE, 2,  REVIEWER",
        "SUB_CENTRE, 3,  DIRECTOR",
        "SUB_CENTRE, 9,  DIRECTOR",
        "CENTRE,     1,  DIRECTOR",
        "CENTRE,     2,  DIRECTOR"
    })
    void every_line_ends_with_the_director(String level, int climb, Role role) {
        assertThat(TABLE.answer("lateLevel", level, "climb", climb)).isEqualTo(role.name());
    }
}
