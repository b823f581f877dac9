package org.minyi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;

@MinyiTest
class DeadlinesTest {

    private static final TimeLimit A_WEEK = new TimeLimit(Duration.ofDays(7), 60, "put right within seven days");
    private static final TimeLimit A_DAY = new TimeLimit(Duration.ofDays(1), 60, "signed within a day");

    @Autowired
    Deadlines deadlines;

    private final UUID matter = UUID.randomUUID();

    @Test
    void a_deadline_is_the_start_plus_what_is_allowed_and_says_why() {
        var deadline = deadlines.fix(matter, "work-order.rectify", 1, A_WEEK);

        assertThat(deadline.due()).isEqualTo(deadline.startedAt().plus(Duration.ofDays(7)));
        assertThat(deadline.allowed()).isEqualTo("P7D");
        assertThat(deadline.rule()).isEqualTo("put right within seven days");
        assertThat(deadlines.of(matter, "work-order.rectify", 1)).contains(deadline);
    }

    @Test
    void asking_again_in_the_same_round_does_not_restart_the_clock_even_under_another_rule() {
        var first = deadlines.fix(matter, "work-order.rectify", 1, A_WEEK);

        assertThat(deadlines.fix(matter, "work-order.rectify", 1, A_DAY)).isEqualTo(first);
    }

    @Test
    void another_round_another_step_and_another_matter_each_have_their_own() {
        var first = deadlines.fix(matter, "work-order.rectify", 1, A_WEEK);

        assertThat(deadlines.fix(matter, "work-order.rectify", 2, A_WEEK).startedAt())
                .isAfterOrEqualTo(first.startedAt());
        assertThat(deadlines.fix(matter, "work-order.signOrder", 1, A_DAY).allowed())
                .isEqualTo("P1D");
        assertThat(deadlines.of(UUID.randomUUID(), "work-order.rectify", 1)).isEmpty();
    }

    @Test
    void hours_stay_hours() {
        var call = new TimeLimit(Duration.ofHours(4), 70, "phoned within four hours");

        assertThat(deadlines.fix(matter, "return-call.makeCall", 1, call).allowed())
                .isEqualTo("PT4H");
    }
}
