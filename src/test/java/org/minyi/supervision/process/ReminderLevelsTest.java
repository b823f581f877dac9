package org.minyi.supervision.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.DecisionTable;
import org.minyi.supervision.ReminderLevel;

class ReminderLevelsTest {

    private static final DecisionTable TABLE = DecisionTable.of("supervision/reminder-levels.dmn");

    @ParameterizedTest(name = "{0} hours before: {1}")
    @CsvSource({"0, OVERDUE", "1, LAST_DAY", "7, LAST_DAY", "8, SOON", "14, SOON", "15, NONE", "100, NONE"})
    void a_step_is_told_two_working_days_before_and_on_its_last(int hours, ReminderLevel level) {
        assertThat(TABLE.answer("hoursLeft", hours)).isEqualTo(level.name());
    }
}
