package org.minyi.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of limits, from a table whose columns stand where nobody expects them and say how time is counted. */
class LimitWordsTest {

    private static final List<String> ASKED = List.of("severity", "step", "category");
    private static final List<String> TOLD = List.of("why", "priority", "allowed", "counted");

    @TempDir
    Path folder;

    @BeforeEach
    void a_table_of_limits() throws IOException {
        table(
                "time-limit",
                List.of(
                        List.of("'GRAVE'", "'order.rectify'", "", "'Fast'", "90", "'PT4H'", "'CLOCK'"),
                        List.of("", "'order.rectify'", "'FORCE','MONEY_TAKEN'", "'Sooner'", "70", "'P2D'", "'WORKING'"),
                        List.of("", "'order.rectify'", "", "'In time'", "60", "'P7D'", "'CALENDAR'"),
                        List.of("'GRAVE'", "'order.sign'", "", "'At once'", "90", "'PT1H'", "'CLOCK'"),
                        List.of("'GRAVE'", "", "", "'Any grave step'", "90", "'P1D'", "'CLOCK'"),
                        List.of("", "", "", "'Any step'", "50", "'P3D'", "'WORKING'")));
    }

    @Test
    void every_row_of_a_step_is_told_with_what_it_asks_for() {
        assertThat(words("order.rectify"))
                .isEqualTo(
                        """
                        **4 hours, night and day** (grave): Fast.
                        **2 working days** (force or money taken): Sooner.
                        **7 calendar days** (otherwise): In time.""");
    }

    @Test
    void a_step_whose_own_rows_leave_something_open_shows_which_general_row_answers_then() {
        assertThat(words("order.sign"))
                .isEqualTo(
                        """
                        **1 hour, night and day** (grave): At once.
                        **3 working days** (otherwise): Any step.""");
    }

    @Test
    void a_step_that_no_table_names_has_the_time_of_any_other() {
        assertThat(words("order.rest"))
                .isEqualTo(
                        """
                        no row of its own, so as any other step:
                        **1 day, night and day** (grave): Any grave step.
                        **3 working days** (otherwise): Any step.""");
    }

    @Test
    void another_table_may_limit_a_step_as_well() throws IOException {
        table("letter-limit", List.of(List.of("", "'letter.answer'", "", "'By letter'", "50", "'P15D'", "'CALENDAR'")));

        assertThat(words("letter.answer")).isEqualTo("**15 calendar days**: By letter.");
        assertThat(words("order.rectify")).doesNotContain("By letter");
    }

    @Test
    void a_timer_tells_its_table_and_the_times_in_it() {
        assertThat(of(new TimerLimit("time-limit", "order.rectify")))
                .endsWith("row `order.rectify`: 4 hours, night and day (grave), 2 working days (force or money taken), "
                        + "7 calendar days (otherwise)");
        assertThat(of(new TimerLimit("setting", "minyi.survey.daily-at")))
                .isEqualTo("the setting `minyi.survey.daily-at`: every day at 8:30 unless set otherwise");
    }

    private String of(TimerLimit limit) {
        return new LimitWords(RuleTables.in(folder)).ofTimer(limit);
    }

    private String words(String step) {
        return new LimitWords(RuleTables.in(folder)).ofStep(step);
    }

    private void table(String id, List<List<String>> rows) throws IOException {
        var inputs = ASKED.stream()
                .map(
                        "<input label=\"%1$s\"><inputExpression typeRef=\"string\"><text>%1$s</text></inputExpression></input>"
                                ::formatted)
                .collect(joining());
        var outputs = TOLD.stream()
                .map("<output label=\"%1$s\" name=\"%1$s\"/>"::formatted)
                .collect(joining());
        var rules = rows.stream()
                .map(row -> "<rule>" + cells("inputEntry", row.subList(0, ASKED.size()))
                        + cells("outputEntry", row.subList(ASKED.size(), row.size())) + "</rule>")
                .collect(joining());
        Files.writeString(
                folder.resolve(id + ".dmn"),
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="%s" name="d"><decisionTable hitPolicy="FIRST">%s%s%s</decisionTable></decision>
                </definitions>
                """
                        .formatted(id, inputs, outputs, rules));
    }

    private static String cells(String kind, List<String> texts) {
        return texts.stream()
                .map(text -> "<%1$s><text>%2$s</text></%1$s>".formatted(kind, text.replace('\'', '"')))
                .collect(joining());
    }
}
