package org.minyi.channel.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minyi.channel.sms.LinkRoom;
import org.minyi.channel.sms.Peer;
import org.minyi.channel.sms.SmsState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A link to a message centre that another library speaks for: what reaches it, what it brings, and what is lost on the way. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "minyi.sms.dispatcher=true",
            "minyi.sms.smpp.mobile.host=127.0.0.1",
            "minyi.sms.smpp.mobile.system-id=minyi",
            "minyi.sms.smpp.mobile.password=secret",
            "minyi.sms.smpp.mobile.service-number=1069900110",
            "minyi.sms.smpp.mobile.number-prefix=86",
            "minyi.sms.smpp.mobile.rate-per-second=0",
            "minyi.sms.smpp.mobile.answer-within=700ms",
            "minyi.sms.smpp.mobile.enquire-link=1s",
        })
class SmppLinkTest extends LinkRoom {

    private static Peer centre;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        centre = Peer.start("smsc.js");
        properties.add("minyi.sms.smpp.mobile.port", centre::port);
    }

    @AfterAll
    static void closed() {
        centre.close();
    }

    @BeforeEach
    void a_good_day() {
        mood(Map.of("reports", "good"));
        centre.tell("forget");
    }

    @Test
    void a_long_text_leaves_in_parts_and_is_delivered_when_all_of_them_are() {
        mood(Map.of("reports", "never"));
        var sms = put(LONG_TEXT, "27");

        awaitState(sms, SmsState.ACCEPTED);

        var parts = sent();
        assertThat(parts).hasSizeGreaterThan(1).allSatisfy(part -> {
            assertThat(part.get("from").asText()).isEqualTo("106990011027");
            assertThat(part.get("to").asText()).isEqualTo("86" + NUMBER);
            assertThat(part.get("coding").asInt()).isEqualTo(8);
            assertThat(part.get("esm").asInt()).isEqualTo(0x40);
            assertThat(part.get("receipt").asInt()).isEqualTo(1);
        });
        assertThat(parts)
                .extracting(part -> part.get("udh").asText().substring(4))
                .satisfies(headers -> {
                    assertThat(headers.stream()
                                    .map(header -> header.substring(0, 2))
                                    .distinct())
                            .as("one reference")
                            .hasSize(1);
                    assertThat(headers.stream().map(header -> header.substring(2)))
                            .containsExactlyElementsOf(IntStream.rangeClosed(1, parts.size())
                                    .mapToObj(at -> "%02x%02x".formatted(parts.size(), at))
                                    .toList());
                });
        assertThat(String.join("", parts.stream().map(SmppLinkTest::text).toList()))
                .isEqualTo(LONG_TEXT);

        for (var part : parts) {
            assertThat(stateOf(sms)).isEqualTo(SmsState.ACCEPTED);
            report(part, "DELIVRD");
            report(part, "DELIVRD");
        }
        assertThat(stateOf(sms)).isEqualTo(SmsState.DELIVERED);
        assertThat(db.sql("select link, parts from sms where id = ?")
                        .param(sms)
                        .query((row, at) -> row.getString(1) + " " + row.getInt(2))
                        .single())
                .isEqualTo("mobile " + parts.size());
    }

    @Test
    void a_message_of_which_one_part_fails_has_failed() {
        mood(Map.of("reports", "never"));
        var sms = put(LONG_TEXT, "27");
        awaitState(sms, SmsState.ACCEPTED);

        report(sent().get(0), "DELIVRD");
        report(sent().get(1), "UNDELIV");

        assertThat(stateOf(sms)).isEqualTo(SmsState.FAILED);
    }

    @Test
    void a_short_one_leaves_whole_and_an_expiry_is_believed_until_it_is_delivered_after_all() {
        mood(Map.of("reports", "never"));
        var sms = put("Your code is 4711.", "");
        awaitState(sms, SmsState.ACCEPTED);

        assertThat(sent()).singleElement().satisfies(part -> {
            assertThat(part.get("coding").asInt()).isZero();
            assertThat(part.get("esm").asInt()).isZero();
            assertThat(part.get("from").asText()).isEqualTo("1069900110");
            assertThat(part.get("text").asText()).isEqualTo("Your code is 4711.");
        });
        report(sent().get(0), "ENROUTE");
        assertThat(stateOf(sms)).isEqualTo(SmsState.ACCEPTED);
        report(sent().get(0), "EXPIRED");
        assertThat(stateOf(sms)).isEqualTo(SmsState.EXPIRED);
        report(sent().get(0), "DELIVRD");
        assertThat(stateOf(sms)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void a_report_that_is_faster_than_the_answer_waits_for_it() {
        mood(Map.of("reports", "first"));

        var sms = put(LONG_TEXT, "27");

        awaitState(sms, SmsState.DELIVERED);
    }

    @Test
    void a_reply_is_there_when_it_is_acknowledged_and_once_however_often_it_is_brought() {
        for (var time = 0; time < 3; time++) {
            assertThat(deliver("1069900110" + "27", "3", StandardCharsets.US_ASCII, 0))
                    .isZero();
            assertThat(replies()).containsExactly("27 3");
        }
        assertThat(deliver("1069900110" + "28", "3", StandardCharsets.US_ASCII, 0))
                .isZero();
        assertThat(deliver("1069900110", "不满意，处理太慢", StandardCharsets.UTF_16BE, 8))
                .isZero();
        assertThat(deliver("1069900110", "国标", Charset.forName("GBK"), 15)).isZero();
        assertThat(replies()).containsExactlyInAnyOrder("27 3", "28 3", " 不满意，处理太慢", " 国标");
    }

    @Test
    void a_reply_that_cannot_be_stored_is_not_acknowledged_and_comes_again() {
        var brought = new Thread(() -> deliver("1069900110" + "31", "1", StandardCharsets.US_ASCII, 0));
        whileNothingIsStored(() -> {
            brought.start();
            await().pollDelay(Duration.ofMillis(600)).until(brought::isAlive);
        });
        await().until(() -> !brought.isAlive());
        assertThat(replies()).containsExactly("31 1");
    }

    @Test
    void the_parts_of_a_long_reply_are_put_together_whatever_their_order() {
        var text = "我对这次处警很不满意：𠮷先生等了两个小时。";
        var bytes = text.getBytes(StandardCharsets.UTF_16BE);
        // In the middle of 𠮷.
        var cut = 2 * (text.indexOf("𠮷") + 1);

        assertThat(deliverPart("050003" + "2a" + "0202", bytes, cut, bytes.length))
                .isZero();
        assertThat(replies()).isEmpty();
        assertThat(deliverPart("050003" + "2a" + "0201", bytes, 0, cut)).isZero();
        assertThat(deliverPart("050003" + "2a" + "0201", bytes, 0, cut)).isZero();

        assertThat(replies()).containsExactly("27 " + text);
    }

    @Test
    void asked_to_slow_down_it_sends_later_what_was_not_taken() {
        mood(Map.of("reports", "good", "throttle", 5));

        var all = put(extensions(40), "满意请回复1");

        all.forEach(sms -> awaitState(sms, SmsState.DELIVERED));
        assertThat(sent()).hasSize(40);
    }

    @Test
    void what_the_operator_will_not_have_has_failed_with_its_status() {
        mood(Map.of("refuse", 0x0B));

        var sms = put("1", "");

        awaitState(sms, SmsState.FAILED);
        assertThat(failureOf(sms)).isEqualTo("SMPP 0x0000000B");
    }

    @Test
    void a_message_without_an_answer_is_unknown_until_its_report_and_never_sent_again() {
        mood(Map.of("noAnswer", 1, "reports", "never"));

        var sms = put("满意请回复1", "44");
        awaitState(sms, SmsState.UNKNOWN);
        mood(Map.of("reports", "good"));
        var next = put("满意请回复1", "45");
        awaitState(next, SmsState.DELIVERED);

        assertThat(stateOf(sms)).isEqualTo(SmsState.UNKNOWN);
        assertThat(sent()).hasSize(2);
        report(sent().get(0), "DELIVRD");
        awaitState(sms, SmsState.DELIVERED);
    }

    @Test
    void a_link_that_was_cut_is_made_anew_and_asked_whether_it_is_there(CapturedOutput log) {
        var before = centre.tell("counts");
        centre.tell("cut");

        var sms = put("满意请回复1", "");

        awaitState(sms, SmsState.DELIVERED);
        assertThat(centre.tell("counts").get("binds").asInt())
                .isEqualTo(before.get("binds").asInt() + 1);
        await().untilAsserted(
                        () -> assertThat(centre.tell("counts").get("enquired").asInt())
                                .isGreaterThan(before.get("enquired").asInt()));
        assertThat(log).contains("mobile: the connection to 127.0.0.1", "mobile: connected to 127.0.0.1");
        assertThat(log).doesNotContain("secret").doesNotContain(NUMBER);
    }

    /**
     * The link is cut every three seconds, one answer in ten stays away, reports come twice, first and never: nobody is
     * texted twice, and of everybody it is known that they were, or that nobody knows.
     */
    @Test
    void through_a_bad_day_nobody_is_written_to_twice_and_nobody_is_forgotten() {
        mood(Map.of("reports", "chaos", "noAnswer", 0.1));
        var extensions = extensions(600);
        var messages = put(extensions, "满意请回复1");
        for (var cut = 0; cut < 6; cut++) {
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            centre.tell("cut");
        }
        mood(Map.of("reports", "chaos"));
        awaitNothingOnItsWay();

        var times = new HashMap<String, Integer>();
        sent().forEach(part -> times.merge(part.get("from").asText().substring(10), 1, Integer::sum));
        assertNobodyTwiceAndNobodyForgotten(extensions, messages, times);
    }

    // --- what is done and looked at ---

    private void mood(Map<String, Object> told) {
        var mood = new HashMap<String, Object>(
                Map.of("noAnswer", 0, "throttle", 0, "refuse", 0, "reports", "never", "afterMillis", 5));
        mood.putAll(told);
        centre.tell("mood", Map.of("mood", mood));
    }

    private static List<JsonNode> sent() {
        var sent = new ArrayList<JsonNode>();
        centre.tell("submitted").get("submitted").forEach(sent::add);
        return sent;
    }

    private static String text(JsonNode part) {
        return part.get("text").asText();
    }

    private static void report(JsonNode part, String state) {
        var told = centre.tell("report", Map.of("id", part.get("id").asText(), "state", state));
        assertThat(told.get("status").asInt()).isZero();
    }

    private static int deliver(String to, String text, Charset charset, int coding) {
        return centre.tell(
                        "deliver",
                        Map.of(
                                "from",
                                "86" + NUMBER,
                                "to",
                                to,
                                "coding",
                                coding,
                                "text",
                                HexFormat.of().formatHex(text.getBytes(charset))))
                .get("status")
                .asInt();
    }

    private static int deliverPart(String header, byte[] bytes, int from, int to) {
        return centre.tell(
                        "deliver",
                        Map.of(
                                "from",
                                "86" + NUMBER,
                                "to",
                                "106990011027",
                                "coding",
                                8,
                                "udh",
                                header,
                                "text",
                                HexFormat.of().formatHex(bytes, from, to)))
                .get("status")
                .asInt();
    }
}
