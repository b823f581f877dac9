package org.minyi.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.calendar.Allowance;
import org.minyi.calendar.Counted;
import org.minyi.callback.CallOutcome;
import org.minyi.channel.sms.SmsState;
import org.minyi.complaint.Category;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Jurisdiction;
import org.minyi.complaint.Kind;
import org.minyi.complaint.Severity;
import org.minyi.exchange.MessageKind;
import org.minyi.extension.PauseReason;
import org.minyi.extension.TimeRequest;
import org.minyi.question.ReplyRecord;
import org.minyi.responsibility.Accountability;
import org.minyi.responsibility.Responsibility;
import org.minyi.responsibility.Verdict;
import org.minyi.supervision.Supervision;
import org.minyi.supervision.SupervisionStep;
import org.minyi.workorder.Step;
import org.minyi.workorder.WorkOrder;

/** What people read, in both languages. */
class WordingTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void both_languages_hold_the_same_sentences() throws IOException {
        assertThat(messages("board_zh")).isEqualTo(messages("board"));
        assertThat(messages("history_zh")).isEqualTo(messages("history"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static/board/dossier-words-0.3.0.js",
                "static/board/words.js",
                "simulator/words.js",
                "simulator/mail-words.js",
                "simulator/exchange-words.js",
                "simulator/telephone-words.js",
                "static/audit/words.js",
                "static/calendar/words.js",
                "static/custody/words.js",
                "static/channel/words.js",
                "static/survey/words.js",
                "static/hotline/words.js",
                "META-INF/resources/webjars/camunda/app/tasklist/scripts/hotline-words-0.1.0.js",
                "META-INF/resources/webjars/camunda/app/tasklist/scripts/calendar-words-0.1.0.js",
                "META-INF/resources/webjars/camunda/app/tasklist/scripts/sms-words-0.1.0.js",
                "META-INF/resources/webjars/camunda/app/cockpit/scripts/history-words-0.1.0.js"
            })
    void a_script_says_the_same_in_both_languages(String script) throws IOException {
        var words = script(script);
        assertThat(keys(words.get("zh"))).isEqualTo(keys(words.get("en"))).isNotEmpty();
    }

    /** The engine brings the English of Tasklist, in a file that begins with a byte order mark; the Chinese is ours. */
    @Test
    void tasklist_says_everything_in_chinese_that_it_says_in_english() throws IOException {
        var english = tasklist("en").get("labels");
        var chinese = tasklist("zh").get("labels");
        assertThat(keys(chinese)).isEqualTo(keys(english)).isNotEmpty();
        assertThat(tasklist("zh").get("dateLocales").get("months")).hasSize(12);
        assertThat(chinese.get("CLAIM_TASK").asText()).isEqualTo("认领");
    }

    private static JsonNode tasklist(String language) throws IOException {
        try (var file = WordingTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/camunda/app/tasklist/locales/" + language + ".json")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.substring(text.indexOf('{')));
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void no_code_of_another_room_reaches_the_screen(String key) throws IOException {
        assertThat(messages("board")).contains(key);
    }

    /** Said with what was decided behind them. */
    private static final Pattern DECIDED = Pattern.compile("ANSWER_REVIEWED|COUNTERSIGNED|DUTY_CHECKED");

    static Stream<String> codes() {
        return Stream.of(
                        named("kind", Kind.values()),
                        named("channel", Channel.values()),
                        named("raised", Channel.values()),
                        named("severity", Severity.values()),
                        named("category", Category.values()),
                        named("state", Complaint.State.values()),
                        named("work", WorkOrder.State.values()),
                        named("letter", org.minyi.notice.Kind.values()),
                        named("letter.REMINDER_LETTER", Supervision.Reason.values()),
                        named("order", Step.values()).filter(key -> !key.endsWith("REMINDED")),
                        named("supervision", SupervisionStep.What.values())
                                .filter(key -> !DECIDED.matcher(key).find()),
                        named("time", TimeRequest.State.values()).filter(key -> !key.endsWith("ASKED")),
                        named("pause", PauseReason.values()),
                        named("verdict.is", Verdict.values()),
                        named("verdict.standing", Responsibility.State.values()),
                        named("verdict.HELD", Accountability.Measure.values()),
                        named("triage", Jurisdiction.values()),
                        named("call", CallOutcome.values()).filter(key -> !key.endsWith("UNREACHABLE")),
                        named("exchange.kind", MessageKind.values()),
                        named("reply", ReplyRecord.State.values()),
                        named("sms", SmsState.values()).filter(key -> !key.endsWith("WITHDRAWN")),
                        named("reminder", SmsState.values()).filter(key -> !key.endsWith("WITHDRAWN")))
                .flatMap(keys -> keys);
    }

    @ParameterizedTest
    @CsvSource({
        "P1D,WORKING,1 working day",
        "P7D,WORKING,7 working days",
        "PT4H,WORKING,4 hours of working time",
        "PT1H30M,WORKING,1 hour 30 minutes of working time",
        "PT30M,CLOCK,'30 minutes, night and day'",
        "P3D,CLOCK,'3 days, night and day'",
        "P15D,CALENDAR,15 days",
        "2026-12-05T10:00:00Z,AGREED,until the day that was agreed on"
    })
    void what_is_allowed_is_said_as_people_say_it(String time, Counted counted, String said) {
        assertThat(Wording.in(Locale.ENGLISH).allowance(new Allowance(time, counted)))
                .isEqualTo(said);
    }

    @Test
    void an_owners_own_step_is_said_in_plain_letters() {
        assertThat(Wording.in(Locale.ENGLISH).of("site-visit.WENT_THERE")).isEqualTo("Went there");
    }

    @Test
    void an_unknown_outcome_of_a_known_step_is_said_as_the_step() {
        assertThat(Wording.in(Locale.CHINA).of("closed.SOMEHOW")).isEqualTo("办结");
    }

    private static Stream<String> named(String group, Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> group + "." + constant.name());
    }

    private static Set<String> messages(String name) throws IOException {
        var messages = new Properties();
        try (var in = Files.newInputStream(RESOURCES.resolve("messages").resolve(name + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return new TreeSet<>(messages.stringPropertyNames());
    }

    private static JsonNode script(String name) throws IOException {
        var text = Files.readString(RESOURCES.resolve(name));
        var from = text.indexOf("export default {") + "export default ".length();
        return new ObjectMapper().readTree(text.substring(from, text.lastIndexOf(';')));
    }

    private static List<String> keys(JsonNode language) {
        return language.properties().stream()
                .flatMap(word -> word.getValue().isObject()
                        ? keys(word.getValue()).stream().map(key -> word.getKey() + "." + key)
                        : Stream.of(word.getKey()))
                .sorted()
                .toList();
    }
}
