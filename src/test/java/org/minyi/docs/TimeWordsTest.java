package org.minyi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    @ParameterizedTest(name = "{0} counted {1} is {2}")
    @CsvSource(
            quoteCharacter = '"',
            nullValues = "-",
            textBlock =
                    """
                    P2D,    "",       2 days
                    P1D,    "",       1 day
                    PT24H,  "",       24 hours
                    P2D,    WORKING,  2 working days
                    P1D,    WORKING,  1 working day
                    PT4H,   WORKING,  4 working hours
                    P30D,   CALENDAR, 30 calendar days
                    PT4H,   CLOCK,    "4 hours, night and day"
                    P1DT12H,"",       1 day 12 hours
                    P1M,    "",       1 month
                    PT1M,   "",       1 minute
                    P2D,    LUNAR,    "2 days, counted lunar"
                    NEVER,  "",       never
                    """)
    void a_time_is_told_as_people_say_it(String iso, String counted, String words) {
        assertThat(TimeWords.of(iso, counted)).isEqualTo(words);
    }

    @Test
    void a_column_is_told_by_its_times_where_they_are_few_and_else_by_the_shortest_and_the_longest() {
        assertThat(TimeWords.range(List.of("PT72H", "PT48H", "P1D", "P1D"))).isEqualTo("1 day or 48 hours or 72 hours");
        assertThat(TimeWords.range(List.of("P1D", "PT10H", "PT3H", "NEVER", "PT35H")))
                .isEqualTo("3 hours to 35 hours, or never");
        assertThat(TimeWords.range(List.of("NEVER"))).isEqualTo("never");
    }

    @Test
    void a_setting_is_told_in_words_where_there_are_some() {
        assertThat(TimeWords.ofSetting("0 30 8 * * ?")).isEqualTo("every day at 8:30");
        assertThat(TimeWords.ofSetting("0 5 16 ? * *")).isEqualTo("every day at 16:05");
        assertThat(TimeWords.ofSetting("PT15M")).isEqualTo("15 minutes");
        assertThat(TimeWords.ofSetting("0 0 8 ? * MON")).isEqualTo("0 0 8 ? * MON");
    }
}
