package org.minyi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.channel.sms.Dispatcher;
import org.minyi.channel.sms.SmsState;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Told;
import org.minyi.question.Answer;
import org.minyi.question.NewQuestion;
import org.minyi.question.Question;
import org.minyi.question.QuestionId;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

/** The simulated operator and its phones, over the JSON that the pocket phone and scripts use. */
@MinyiTest
@TestPropertySource(properties = "minyi.simulator=true")
class SimulatorTest {

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Questions questions;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Replies replies;

    @Autowired
    SmsThread thread;

    @Autowired
    Citizens citizens;

    @Autowired
    SimulatedOperator operator;

    @Autowired
    Clock clock;

    private static int phones = 0;
    private String phone;

    @BeforeEach
    void aGoodOperator() {
        phone = "1380000%04d".formatted(++phones);
        operator.be(new OperatorMood(0, false, false, false));
    }

    @Test
    void an_sms_comes_to_the_phone_and_its_reply_to_the_question() {
        var question = ask();
        dispatcher.runOnce();
        var received = messages().get(0);
        assertThat(received.get("direction").asText()).isEqualTo("OUT");
        assertThat(received.get("text").asText())
                .isEqualTo("How was it? A" + asked(question).code());
        assertThat(received.get("from").asText())
                .isEqualTo(SimulatedOperator.SERVICE_NUMBER + asked(question).code());

        var written = write("3 nobody came", received.get("from").asText());
        replies.applyAll();

        assertThat(written.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(asked(question).answer()).isEqualTo(Answer.DISSATISFIED);
        assertThat(messages()).hasSize(2);
        assertThat(messages().get(1).get("direction").asText()).isEqualTo("IN");
    }

    @Test
    void a_reply_to_the_number_itself_is_understood_while_one_question_is_open() {
        var question = ask();
        dispatcher.runOnce();

        write("1", null);
        replies.applyAll();

        assertThat(asked(question).answer()).isEqualTo(Answer.SATISFIED);
    }

    @Test
    void reports_follow_after_the_delay_also_twice() {
        operator.be(new OperatorMood(0, false, false, true));
        var question = ask();
        dispatcher.runOnce();

        reported();

        assertThat(state(question)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void a_lost_report_leaves_the_message_accepted() {
        operator.be(new OperatorMood(0, true, false, false));
        var question = ask();
        dispatcher.runOnce();

        reported();

        assertThat(state(question)).isEqualTo(SmsState.ACCEPTED);
    }

    @Test
    void an_operator_that_hangs_up_has_sent_the_message_and_nobody_sends_it_again() {
        operator.be(new OperatorMood(3_600, false, true, false));
        var question = ask();
        dispatcher.runOnce();
        dispatcher.runOnce();

        assertThat(state(question)).isEqualTo(SmsState.UNKNOWN);
        assertThat(messages()).hasSize(1);

        write("1", messages().get(0).get("from").asText());
        replies.applyAll();

        assertThat(state(question)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void the_panel_reads_and_sets_how_the_operator_behaves() {
        browser.put("/simulator/api/operator", Map.of("delaySeconds", 7, "loseReports", true));

        var mood = browser.getForObject("/simulator/api/operator", JsonNode.class);

        assertThat(mood.get("delaySeconds").asInt()).isEqualTo(7);
        assertThat(mood.get("loseReports").asBoolean()).isTrue();
        assertThat(mood.get("noAnswer").asBoolean()).isFalse();
    }

    @Test
    void what_is_no_message_is_refused_in_a_sentence() {
        for (var bad : List.of(
                Map.of("phone", "not a phone", "text", "1"),
                Map.of("phone", phone),
                Map.of("phone", phone, "text", "1", "to", "10086"))) {
            var answer = browser.postForEntity("/simulator/api/messages", bad, JsonNode.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody().get("detail").asText()).isNotBlank();
        }
    }

    @Test
    void phones_are_listed_with_their_owners_the_latest_written_to_first() {
        ask();
        dispatcher.runOnce();

        var first =
                browser.getForObject("/simulator/api/phones", JsonNode.class).get(0);

        assertThat(first.get("phone").asText()).isEqualTo(phone);
        assertThat(first.get("messages").asInt()).isEqualTo(1);
        assertThat(first.get("name").asText()).isNotBlank().isNotEqualTo(phone);
    }

    private QuestionId ask() {
        var enrolled =
                citizens.enrol(List.of(new Told("Wang Fang", phone, false))).get(0);
        return questions.ask(new NewQuestion(
                Subject.CONTACT,
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                enrolled.person(),
                enrolled.line(),
                "How was it? {code}",
                null));
    }

    private Question asked(QuestionId question) {
        return questions.find(question).orElseThrow();
    }

    private SmsState state(QuestionId question) {
        return thread.states(List.of(question.value())).get(question.value());
    }

    /** The reports are sent by their own thread too; either way nothing is left to report afterwards. */
    private void reported() {
        var limit = Instant.now(clock).plusSeconds(10);
        while (messages().stream()
                .anyMatch(message -> "SENT".equals(message.get("state").asText()))) {
            operator.report();
            assertThat(Instant.now(clock)).isBefore(limit);
        }
    }

    private List<JsonNode> messages() {
        return List.of(browser.getForObject("/simulator/api/messages?phone=" + phone, JsonNode[].class));
    }

    private ResponseEntity<JsonNode> write(String text, String to) {
        var message =
                to == null ? Map.of("phone", phone, "text", text) : Map.of("phone", phone, "text", text, "to", to);
        return browser.postForEntity("/simulator/api/messages", message, JsonNode.class);
    }
}
