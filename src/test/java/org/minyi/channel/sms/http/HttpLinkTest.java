package org.minyi.channel.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.channel.http.Template;
import org.minyi.channel.sms.LinkRoom;
import org.minyi.channel.sms.SmsState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A gateway that is described in the settings alone: what it is asked, what it answers, and what it calls us with. */
@TestPropertySource(
        properties = {
            "minyi.sms.dispatcher=true",
            "minyi.sms.http.aggregator.account=minyi",
            "minyi.sms.http.aggregator.secret=out-secret",
            "minyi.sms.http.aggregator.service-number=1069900110",
            "minyi.sms.http.aggregator.body={\"to\": \"{number}\", \"from\": \"{source}\", \"text\": \"{text}\","
                    + " \"ref\": \"{id}\", \"time\": {timestamp}}",
            "minyi.sms.http.aggregator.headers.X-Proof={signature}",
            "minyi.sms.http.aggregator.signing=HMAC_SHA256",
            "minyi.sms.http.aggregator.signed={account}|{number}|{text}",
            "minyi.sms.http.aggregator.answer.status=/code",
            "minyi.sms.http.aggregator.answer.accepted=0",
            "minyi.sms.http.aggregator.answer.later=busy",
            "minyi.sms.http.aggregator.answer.id=/data/id",
            "minyi.sms.http.aggregator.answer-within=700ms",
            "minyi.sms.http.aggregator.hook.secret=in-secret",
            "minyi.sms.http.aggregator.hook.list=/items",
        })
class HttpLinkTest extends LinkRoom {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CALLER = HttpClient.newHttpClient();
    private static final List<JsonNode> ASKED = new CopyOnWriteArrayList<>();
    private static final List<String> PROOFS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger IDS = new AtomicInteger();

    private static volatile Function<HttpExchange, String> answers;
    private static HttpServer gateway;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newCachedThreadPool());
        gateway.createContext("/send", HttpLinkTest::take);
        gateway.start();
        properties.add(
                "minyi.sms.http.aggregator.url",
                () -> "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send");
    }

    @AfterAll
    static void closed() {
        gateway.stop(0);
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ASKED.add(JSON.readTree(exchange.getRequestBody()));
            PROOFS.add(exchange.getRequestHeaders().getFirst("X-Proof"));
            var answer = answers.apply(exchange);
            var status = answer.startsWith("{") ? 200 : Integer.parseInt(answer);
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @BeforeEach
    void a_good_day() {
        ASKED.clear();
        PROOFS.clear();
        answers = exchange -> "{\"code\": 0, \"data\": {\"id\": \"h" + IDS.incrementAndGet() + "\"}}";
    }

    @Test
    void a_message_is_asked_for_as_the_settings_say_and_whatever_its_text_holds_stays_text() throws Exception {
        var text = "\"}, \"to\": \"10086\" \\ {number}\n满意请回复1";

        var sms = put(text, "27");

        awaitState(sms, SmsState.ACCEPTED);
        assertThat(ASKED).singleElement().satisfies(asked -> {
            assertThat(asked.get("to").asText()).isEqualTo(NUMBER);
            assertThat(asked.get("from").asText()).isEqualTo("106990011027");
            assertThat(asked.get("text").asText()).isEqualTo(text);
            assertThat(asked.get("ref").asText()).isEqualTo(sms.toString());
            assertThat(asked.get("time").isNumber()).isTrue();
        });
        assertThat(PROOFS).containsExactly(hmac("out-secret", "minyi|" + NUMBER + "|" + text));
    }

    @Test
    void what_the_gateway_says_is_read_as_the_settings_say() {
        answers = exchange -> "{\"code\": 17}";
        var refused = put("满意请回复1", "11");
        awaitState(refused, SmsState.FAILED);
        assertThat(failureOf(refused)).isEqualTo("gateway 17");

        answers = exchange -> "400";
        var wrong = put("满意请回复1", "12");
        awaitState(wrong, SmsState.FAILED);
        assertThat(failureOf(wrong)).isEqualTo("HTTP 400");

        var times = new AtomicInteger();
        answers = exchange -> switch (times.incrementAndGet()) {
            case 1 -> "{\"code\": \"busy\"}";
            case 2 -> "429";
            default -> "{\"code\": 0, \"data\": {\"id\": \"later\"}}";
        };
        awaitState(put("满意请回复1", "13"), SmsState.ACCEPTED);
        assertThat(times).hasValue(3);
    }

    @Test
    void whatever_is_not_an_answer_leaves_the_message_unknown_and_it_is_not_sent_again() {
        for (Function<HttpExchange, String> silence : List.<Function<HttpExchange, String>>of(
                exchange -> "500",
                exchange -> "{",
                exchange -> "{\"other\": 1}",
                exchange -> "{\"code\": 0}",
                HttpLinkTest::tooLate)) {
            answers = silence;
            var sms = put("满意请回复1", "14");
            awaitState(sms, SmsState.UNKNOWN);
            a_good_day();
            awaitState(put("满意请回复1", "15"), SmsState.ACCEPTED);
            assertThat(ASKED).as("what was asked for again").hasSize(1);
            assertThat(stateOf(sms)).isEqualTo(SmsState.UNKNOWN);
        }
    }

    private static String tooLate(HttpExchange exchange) {
        try {
            Thread.sleep(1_500);
            return "{\"code\": 0, \"data\": {\"id\": \"late\"}}";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void reports_and_replies_are_there_when_the_call_is_answered_and_once_however_often_it_comes() {
        var sms = put("满意请回复1", "27");
        awaitState(sms, SmsState.ACCEPTED);
        var id = "h" + IDS.get();
        var told =
                """
                {"items": [{"message": "%s", "state": "DELIVRD", "number": "%s", "to": "106990011027"},
                           {"message": "%s", "state": "ACCEPTD"},
                           {"id": "in-1", "number": "%s", "to": "106990011027", "text": "3 没人来"}]}
                """
                        .formatted(id, NUMBER, id, NUMBER);

        for (var time = 0; time < 3; time++) {
            assertThat(call(told, now(), "in-secret")).isEqualTo("200 OK");
            assertThat(stateOf(sms)).isEqualTo(SmsState.DELIVERED);
            assertThat(replies()).containsExactly("27 3没人来");
        }
    }

    @Test
    void whoever_cannot_prove_it_now_is_heard_by_nobody() {
        var told = "{\"items\": [{\"id\": \"in-2\", \"number\": \"" + NUMBER
                + "\", \"to\": \"1069900110\", \"text\": \"1\"}]}";
        var proof = hmac("in-secret", now() + "." + told);

        assertThat(call(told, now(), "another-secret")).startsWith("401");
        assertThat(post("aggregator", told.replace("\"1\"", "\"3\""), now(), proof))
                .startsWith("401");
        assertThat(call(told, now() - 301, "in-secret")).startsWith("401");
        assertThat(call(told, now() + 301, "in-secret")).startsWith("401");
        assertThat(post("aggregator", told, now(), null)).startsWith("401");
        assertThat(post("nobody", told, now(), proof)).startsWith("401");
        assertThat(call("{", now(), "in-secret")).startsWith("400");
        assertThat(call("\"" + "x".repeat(1 << 20) + "\"", now(), "in-secret")).startsWith("413");
        assertThat(replies()).isEmpty();

        assertThat(call(told, now() - 200, "in-secret")).isEqualTo("200 OK");
        assertThat(replies()).hasSize(1);
    }

    @Test
    void a_call_that_cannot_be_stored_is_not_answered_well() {
        var told = "{\"items\": [{\"id\": \"in-3\", \"number\": \"" + NUMBER
                + "\", \"to\": \"1069900110\", \"text\": \"1\"}]}";
        whileNothingIsStored(() -> assertThat(call(told, now(), "in-secret")).startsWith("500"));

        assertThat(call(told, now(), "in-secret")).isEqualTo("200 OK");
        assertThat(replies()).hasSize(1);
    }

    @Test
    void a_name_that_is_not_known_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Template("{\"to\": \"{phone}\"}", Set.of("number")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("{phone} in \"{\"to\": \"{phone}\"}\" is not known; known are [number]");
    }

    @Test
    void a_gateway_that_is_away_costs_no_message() {
        var address = gateway.getAddress();
        gateway.stop(0);
        var sms = put("满意请回复1", "16");
        await().during(Duration.ofSeconds(2))
                .until(() -> stateOf(sms) == SmsState.PENDING
                        || stateOf(sms) == SmsState.CLAIMED
                        || stateOf(sms) == SmsState.SUBMITTING);
        try {
            gateway = HttpServer.create(address, 0);
            gateway.setExecutor(Executors.newCachedThreadPool());
            gateway.createContext("/send", HttpLinkTest::take);
            gateway.start();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        awaitState(sms, SmsState.ACCEPTED);
    }

    private long now() {
        return Instant.now().getEpochSecond();
    }

    private String call(String told, long at, String secret) {
        return post("aggregator", told, at, hmac(secret, at + "." + told));
    }

    private String post(String link, String told, long at, String proof) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/sms/" + link))
                .header("Content-Type", "application/json")
                .header("X-Timestamp", Long.toString(at))
                .POST(BodyPublishers.ofString(told));
        if (proof != null) {
            request.header("X-Signature", proof);
        }
        try {
            var response = CALLER.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** By the JDK's own, not by what the link uses. */
    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
