package org.minyi.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.NotASecondPerson;
import org.springframework.beans.factory.annotation.Autowired;

@MinyiTest
class ReturnCallsTest {

    @Autowired
    ReturnCalls calls;

    private final UUID matter = UUID.randomUUID();
    private final PersonId person = new PersonId(UUID.randomUUID());

    @Test
    void a_call_is_opened_once_per_matter_and_round() {
        // when
        var first = calls.open(matter, 0, person);
        var again = calls.open(matter, 0, person);
        var next = calls.open(matter, 1, person);

        // then
        assertThat(again).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
        assertThat(calls.about(matter)).extracting(ReturnCall::id).containsExactly(first, next);
    }

    @Test
    void every_attempt_is_kept_with_its_number_its_caller_and_what_was_said() {
        // given
        var call = calls.open(matter, 0, person);
        var words = new WordsId(UUID.randomUUID());

        // when
        calls.note(call, "caller1", CallOutcome.NO_ANSWER, null);
        calls.note(call, "caller2", CallOutcome.DISSATISFIED, words);

        // then
        assertThat(calls.attempts(call)).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(calls.attempts(call)).extracting(Attempt::caller).containsExactly("caller1", "caller2");
        assertThat(calls.attempts(call)).extracting(Attempt::words).containsExactly(null, words);
    }

    @Test
    void whoever_made_the_last_call_cannot_confirm_that_nobody_is_there() {
        // given
        var call = calls.open(matter, 0, person);
        calls.note(call, "caller1", CallOutcome.NO_ANSWER, null);
        calls.note(call, "caller2", CallOutcome.NO_ANSWER, null);

        // then
        assertThatThrownBy(() -> calls.judge(call, "caller2", true, null)).isInstanceOf(NotASecondPerson.class);
        assertThatThrownBy(() -> calls.judge(call, null, true, null)).isInstanceOf(NotASecondPerson.class);
        calls.judge(call, "caller1", true, new WordsId(UUID.randomUUID()));
        assertThat(calls.verdicts(call)).extracting(CallVerdict::by).containsExactly("caller1");
    }

    @Test
    void nobody_is_unreachable_without_reasons() {
        // given
        var call = calls.open(matter, 0, person);

        // then
        assertThatThrownBy(() -> calls.judge(call, "reviewer1", true, null)).isInstanceOf(ReasonsMissing.class);
        assertThat(calls.verdicts(call)).isEmpty();
        calls.judge(call, "reviewer1", false, null);
        assertThat(calls.verdicts(call)).hasSize(1);
    }

    @Test
    void a_concluded_call_keeps_what_it_came_to() {
        // given
        var call = calls.open(matter, 0, person);

        // when
        calls.conclude(call, CallOutcome.DISSATISFIED, CallReason.DELAY);

        // then
        assertThat(calls.of(person)).singleElement().satisfies(kept -> {
            assertThat(kept.outcome()).isEqualTo(CallOutcome.DISSATISFIED);
            assertThat(kept.reason()).isEqualTo(CallReason.DELAY);
            assertThat(kept.concludedAt()).isNotNull();
        });
    }
}
