package org.minyi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.PlayedOrder;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The city hotline of the embedded default: both directions over real HTTP on one port, and its moods. */
@MinyiTest
@TestPropertySource(
        properties = {
            "minyi.simulator=true",
            "minyi.exchange.dispatcher=true",
            "minyi.exchange.first-pause=1s",
            "camunda.bpm.job-execution.enabled=true"
        })
class SimulatedPeerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    TestRestTemplate browser;

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Complaints complaints;

    @Autowired
    TaskService tasks;

    @Autowired
    Logins logins;

    @BeforeEach
    void aSmallCity(@Autowired Organisation organisation, @Autowired Units units) {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("triage1"), "minyi");
        be("TAKES");
    }

    @Test
    void somebody_calls_the_hotline_and_it_hears_what_becomes_of_their_matter() {
        var reference = handOver(200);
        var matter = matter(reference);
        assertThat(turns(reference)).contains("triage1");

        say(reference, "no-callback", Map.of("words", "by letter, please"), 200);
        answered(matter);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard(reference)).containsExactly("accept", "result", "close"));
        assertThat(thread(reference).get(2).at("/message/body").isObject()).isTrue();
        assertThat(browser.getForObject("/simulator/api/exchange/matters", JsonNode.class)
                        .findValuesAsText("reference"))
                .contains(reference);
    }

    @Test
    void what_it_signs_with_a_wrong_key_is_not_believed_and_what_it_says_twice_is_heard_once() {
        be("WRONG_SIGNATURE");
        var reference = handOver(401);
        be("TAKES");
        var said = thread(reference).get(0).path("id").asLong();
        assertThat(browser.postForObject("/simulator/api/exchange/messages/{id}/again", Map.of(), JsonNode.class, said)
                        .path("answer")
                        .asInt())
                .isEqualTo(200);
        matter(reference);

        be("TWICE");
        say(reference, "no-callback", Map.of(), 200);
        assertThat(thread(reference).get(1).path("times").asInt()).isEqualTo(2);
        say(reference, "close", Map.of("outcome", "SETTLED", "wordz", "x"), 422);
    }

    @Test
    void while_it_is_down_messages_wait_and_come_later_and_a_slow_answer_is_asked_for_again() {
        var reference = handOver(200);
        be("DOWN");
        answered(matter(reference));
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(heard(reference)).isEmpty();

        be("SLOW");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(thread(reference).stream()
                        .filter(one -> one.path("direction").asText().equals("IN"))
                        .findFirst())
                .hasValueSatisfying(
                        first -> assertThat(first.path("times").asInt()).isGreaterThan(1)));
        be("TAKES");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard(reference)).containsExactly("accept", "result", "close"));
    }

    @Test
    void what_it_refuses_lies_on_a_desk_until_somebody_has_it_said_again() {
        var reference = handOver(200);
        be("REFUSES");
        var order = answered(matter(reference));
        await().atMost(PATIENCE).until(() -> order.open().contains("decideLetter"));
        assertThat(heard(reference)).isEmpty();

        be("TAKES");
        order.act("triage1", "decideLetter", "letterDecision", "AGAIN");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard(reference)).containsExactly("accept", "result", "close"));
    }

    private PlayedOrder answered(PlayedOrder order) {
        await().atMost(PATIENCE).until(() -> !order.open().isEmpty());
        if (order.open().contains("decideDuplicate")) {
            order.act("triage1", "decideDuplicate", "duplicateVerdict", "NEW");
            await().atMost(PATIENCE).until(() -> order.open().contains("triage"));
        }
        order.act("triage1", "triage", "jurisdiction", "CONSULTATION", "category", "OTHER", "severity", "ORDINARY");
        await().atMost(PATIENCE).until(() -> order.open().contains("answerConsultation"));
        order.act("triage1", "answerConsultation", "answerWords", "The window is open on Saturdays.");
        return order;
    }

    private PlayedOrder matter(String reference) {
        await().atMost(PATIENCE)
                .until(() -> complaints.find(Channel.CITY_12345, reference).isPresent());
        var order = new PlayedOrder(minyi);
        order.matter = complaints
                .find(Channel.CITY_12345, reference)
                .orElseThrow()
                .id()
                .value();
        await().atMost(PATIENCE).until(() -> !order.open().isEmpty());
        return order;
    }

    private String handOver(int answer) {
        var said = browser.postForObject("/simulator/api/exchange/matters", Map.of(), JsonNode.class);
        assertThat(said.path("answer").asInt()).isEqualTo(answer);
        return said.path("reference").asText();
    }

    private void say(String reference, String kind, Map<String, ?> body, int answer) {
        var said = browser.postForObject(
                "/simulator/api/exchange/messages",
                Map.of("reference", reference, "kind", kind, "body", body),
                JsonNode.class);
        assertThat(said.path("answer").asInt()).isEqualTo(answer);
    }

    private void be(String mood) {
        browser.put("/simulator/api/exchange/mood", Map.of("mood", mood));
    }

    private String turns(String reference) {
        return browser.getForObject("/simulator/api/exchange/turns?reference={one}", String.class, reference);
    }

    private List<JsonNode> thread(String reference) {
        var thread = new ArrayList<JsonNode>();
        browser.getForObject("/simulator/api/exchange/messages?reference={one}", JsonNode.class, reference)
                .forEach(thread::add);
        return thread;
    }

    /** The kinds it heard. */
    private List<String> heard(String reference) {
        return thread(reference).stream()
                .filter(one -> one.path("direction").asText().equals("IN"))
                .map(one -> one.path("kind").asText())
                .toList();
    }
}
