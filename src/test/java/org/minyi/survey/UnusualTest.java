package org.minyi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusualTest {

    @ParameterizedTest(name = "{0} contacts, {1} excluded, last waves {2}: unusual {3}")
    @CsvSource(
            textBlock =
                    """
            600, 0,   '',            false
            600, 240, '',            false
            600, 241, '',            true
            900, 0,   '600',         false
            901, 0,   '600',         true
            300, 0,   '600',         false
            299, 0,   '600',         true
            600, 0,   '100 600 900', false
            200, 0,   '100 600 900', true
            700, 0,   '400 600',     false
            751, 0,   '400 600',     true
            """)
    void a_wave_is_unusual_by_size_or_by_exclusions(int contacts, int excluded, String last, boolean unusual) {
        var sizes = last.isEmpty()
                ? List.<Integer>of()
                : Arrays.stream(last.split(" ", -1)).map(Integer::valueOf).toList();

        assertThat(Unusual.judge(contacts, excluded, sizes).isPresent()).isEqualTo(unusual);
    }

    @Test
    void it_says_in_words_what_is_unusual() {
        assertThat(Unusual.judge(1200, 700, List.of(600)))
                .contains("1200 contacts, but the size of the last wave is 600; 700 of 1200 contacts are excluded");
    }
}
