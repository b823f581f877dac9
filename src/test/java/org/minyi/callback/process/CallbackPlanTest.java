package org.minyi.callback.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.minyi.ProcessEngines;

@Deployment(resources = "processes/callback/callback-plan.dmn")
class CallbackPlanTest {

    @RegisterExtension
    static ProcessEngineExtension engine = ProcessEngines.extension();

    @Test
    void the_first_attempt_is_repeated_within_the_day_or_the_next_morning() {
        assertThat(after(1, 0)).isEqualTo("PT10H");
        assertThat(after(1, 7)).isEqualTo("PT10H");
        assertThat(after(1, 8)).isEqualTo("PT4H");
        assertThat(after(1, 11)).isEqualTo("PT4H");
        assertThat(after(1, 12)).isEqualTo("PT3H");
        assertThat(after(1, 15)).isEqualTo("PT3H");
        assertThat(after(1, 16)).isEqualTo("PT17H");
        assertThat(after(1, 23)).isEqualTo("PT17H");
    }

    @Test
    void the_second_attempt_is_repeated_at_another_time_of_day() {
        assertThat(after(2, 7)).isEqualTo("PT11H");
        assertThat(after(2, 8)).isEqualTo("PT7H");
        assertThat(after(2, 11)).isEqualTo("PT7H");
        assertThat(after(2, 12)).isEqualTo("PT20H");
        assertThat(after(2, 23)).isEqualTo("PT20H");
    }

    @Test
    void the_third_attempt_is_repeated_on_the_next_day() {
        assertThat(after(3, 7)).isEqualTo("PT35H");
        assertThat(after(3, 8)).isEqualTo("PT31H");
        assertThat(after(3, 11)).isEqualTo("PT31H");
        assertThat(after(3, 12)).isEqualTo("PT21H");
        assertThat(after(3, 23)).isEqualTo("PT21H");
    }

    @Test
    void after_four_attempts_the_plan_gives_up() {
        assertThat(after(4, 0)).isEqualTo("NEVER");
        assertThat(after(4, 23)).isEqualTo("NEVER");
        assertThat(after(5, 12)).isEqualTo("NEVER");
    }

    @Test
    void nobody_is_called_outside_the_day() {
        IntStream.rangeClosed(1, 3).forEach(attempt -> IntStream.rangeClosed(0, 23)
                .forEach(hour -> assertThat(LocalDateTime.of(2026, 3, 2, hour, 0)
                                .plus(Duration.parse(after(attempt, hour)))
                                .getHour())
                        .as("attempt %d at %d o'clock", attempt, hour)
                        .isBetween(8, 20)));
    }

    private static String after(int attempt, int hour) {
        return engine.getProcessEngine()
                .getDecisionService()
                .evaluateDecisionTableByKey(
                        "callback-plan", Variables.putValue("attempt", attempt).putValue("attemptHour", hour))
                .getSingleEntry();
    }
}
