package org.minyi.channel.sms.cmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.LinkRoom;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsOperator.OutgoingSms;
import org.minyi.channel.sms.SmsOperator.Submission;
import org.minyi.channel.sms.SmsState;
import org.minyi.channel.sms.TextParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A link to a gateway that somebody else wrote, in both versions of the protocol. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "minyi.sms.dispatcher=true",
            "minyi.sms.cmpp.mobile.host=127.0.0.1",
            "minyi.sms.cmpp.mobile.account=" + CmppGateway.ACCOUNT,
            "minyi.sms.cmpp.mobile.secret=" + CmppGateway.SECRET,
            "minyi.sms.cmpp.mobile.service-number=1069900110",
            "minyi.sms.cmpp.mobile.rate-per-second=0",
            "minyi.sms.cmpp.mobile.answer-within=700ms",
            "minyi.sms.cmpp.mobile.active-test=1s",
        })
class CmppLinkTest extends LinkRoom {

    private static CmppGateway gateway;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry properties) {
        gateway = new CmppGateway(CmppVersion.V3_0);
        properties.add("minyi.sms.cmpp.mobile.port", gateway::port);
    }

    @AfterAll
    static void closed() {
        gateway.close();
    }

    @Autowired
    OperatorInbox inbox;

    @BeforeEach
    void a_good_day() {
        gateway.answers = sms -> 0;
        gateway.early = sms -> List.of();
        gateway.reports = sms -> List.of("DELIVRD");
        gateway.forget();
    }

    @Test
    void a_long_text_leaves_in_parts_and_is_delivered_when_all_of_them_are() throws Exception {
        gateway.reports = sms -> List.of();
        var sms = put(LONG_TEXT, "27");
        awaitState(sms, SmsState.ACCEPTED);

        var parts = gateway.submitted();
        assertThat(parts).hasSize(TextParts.count(LONG_TEXT)).allSatisfy(part -> {
            assertThat(part.sms().getSrcId()).isEqualTo("106990011027");
            assertThat(part.sms().getDestterminalId()).containsExactly(NUMBER);
            assertThat(part.sms().getTpudhi()).isEqualTo((short) 1);
            assertThat(part.sms().getPktotal()).isEqualTo((short) parts.size());
            assertThat(part.sms().getRegisteredDelivery()).isEqualTo((short) 1);
            assertThat(part.sms().getMsgsrc()).isEqualTo(CmppGateway.ACCOUNT);
        });
        for (var part : parts) {
            assertThat(stateOf(sms)).isEqualTo(SmsState.ACCEPTED);
            assertThat(gateway.deliver(gateway.report(part, "DELIVRD"), 10)).isTrue();
        }
        assertThat(stateOf(sms)).isEqualTo(SmsState.DELIVERED);
    }

    @Test
    void a_report_before_the_answer_and_a_second_one_change_nothing() {
        gateway.early = sms -> List.of("DELIVRD");
        gateway.reports = sms -> List.of("DELIVRD");

        awaitState(put(LONG_TEXT, "27"), SmsState.DELIVERED);
    }

    @Test
    void a_code_of_a_system_on_the_way_is_a_failure() throws Exception {
        gateway.reports = sms -> List.of();
        var sms = put("满意请回复1", "27");
        awaitState(sms, SmsState.ACCEPTED);

        assertThat(gateway.deliver(gateway.report(gateway.submitted().get(0), "ACCEPTD"), 10))
                .isTrue();
        assertThat(stateOf(sms)).isEqualTo(SmsState.ACCEPTED);
        assertThat(gateway.deliver(gateway.report(gateway.submitted().get(0), "MK:0001"), 10))
                .isTrue();
        assertThat(stateOf(sms)).isEqualTo(SmsState.FAILED);
    }

    @Test
    void a_reply_is_there_when_it_is_acknowledged_and_once_however_often_it_is_brought() throws Exception {
        var reply = reply("106990011027", "3");
        assertThat(gateway.deliver(reply, 10)).isTrue();
        assertThat(replies()).containsExactly("27 3");
        assertThat(gateway.deliver(reply, 10)).isTrue();
        assertThat(gateway.deliver(reply("1069900110", "不满意，处理太慢"), 10)).isTrue();

        assertThat(replies()).containsExactly("27 3", " 不满意，处理太慢");
    }

    @Test
    void a_long_reply_is_put_together() throws Exception {
        var text = "我对这次处警很不满意，".repeat(12);

        gateway.deliver(reply("106990011027", text), 2);

        await().untilAsserted(() -> assertThat(replies()).containsExactly("27 " + text));
    }

    @Test
    void a_reply_that_cannot_be_stored_is_not_acknowledged_and_comes_again() {
        var brought = new Thread(() -> {
            try {
                assertThat(gateway.deliver(reply("106990011031", "1"), 20)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        whileNothingIsStored(() -> {
            brought.start();
            await().pollDelay(Duration.ofMillis(600)).until(brought::isAlive);
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !brought.isAlive());
        assertThat(replies()).containsExactly("31 1");
    }

    @Test
    void asked_to_slow_down_it_sends_later_what_was_not_taken() {
        var no = new AtomicInteger(5);
        gateway.answers = sms -> no.getAndDecrement() > 0 ? 8 : 0;

        put(extensions(40), "满意请回复1").forEach(sms -> awaitState(sms, SmsState.DELIVERED));

        assertThat(gateway.submitted()).hasSize(40);
    }

    @Test
    void what_the_gateway_will_not_have_has_failed_with_its_result() {
        gateway.answers = sms -> 6;

        var sms = put("1", "");

        awaitState(sms, SmsState.FAILED);
        assertThat(failureOf(sms)).isEqualTo("CMPP 6");
    }

    @Test
    void a_message_without_an_answer_is_unknown_until_its_report_and_never_sent_again() throws Exception {
        gateway.answers = sms -> null;
        gateway.reports = sms -> List.of();
        var sms = put("满意请回复1", "44");
        awaitState(sms, SmsState.UNKNOWN);
        a_good_answer();
        awaitState(put("满意请回复1", "45"), SmsState.DELIVERED);

        assertThat(stateOf(sms)).isEqualTo(SmsState.UNKNOWN);
        assertThat(gateway.submitted()).hasSize(2);
        assertThat(gateway.deliver(gateway.report(gateway.submitted().get(0), "DELIVRD"), 10))
                .isTrue();
        awaitState(sms, SmsState.DELIVERED);
    }

    @Test
    void a_link_that_was_cut_is_made_anew(CapturedOutput log) {
        var before = gateway.logins();
        gateway.cut();

        awaitState(put("满意请回复1", ""), SmsState.DELIVERED);

        assertThat(gateway.logins()).isEqualTo(before + 1);
        assertThat(log).contains("mobile: the connection to 127.0.0.1", "mobile: connected to 127.0.0.1");
        assertThat(log.getOut().lines().filter(line -> line.contains("mobile:")))
                .noneMatch(line -> line.contains(NUMBER) || line.contains(CmppGateway.SECRET));
    }

    @ParameterizedTest
    @EnumSource
    void both_versions_send_hear_of_it_and_are_heard(CmppVersion version) throws Exception {
        try (var other = new CmppGateway(version)) {
            var link = link(other, version, CmppGateway.SECRET);
            other.reports = sms -> List.of("DELIVRD");
            link.open();
            await().until(link::isUp);

            var said = link.submit(List.of(
                    new OutgoingSms(UUID.randomUUID(), NUMBER, "27", LONG_TEXT),
                    new OutgoingSms(UUID.randomUUID(), NUMBER, "28", "Your code is 4711.")));

            assertThat(said).hasOnlyElementsOfType(Submission.Accepted.class);
            assertThat(((Submission.Accepted) said.get(0)).gatewayIds()).hasSize(TextParts.count(LONG_TEXT));
            assertThat(other.submitted())
                    .extracting(part -> part.sms().getMsgContent())
                    .contains("Your code is 4711.");
            await().untilAsserted(() -> assertThat(db.sql("select gateway_id from sms_report")
                            .query(String.class)
                            .list())
                    .contains(((Submission.Accepted) said.get(1)).gatewayIds().get(0)));
            assertThat(other.deliver(reply("106990011027", "3 没人来"), 10)).isTrue();
            assertThat(replies()).containsExactly("27 3没人来");
            link.close();
            await().untilAsserted(() -> assertThat(other.deliverable()).isFalse());
        }
    }

    @Test
    void whoever_does_not_know_the_secret_is_not_let_in_and_says_so(CapturedOutput log) {
        var link = link(gateway, CmppVersion.V3_0, "guess");
        link.open();

        await().untilAsserted(() -> assertThat(log)
                .contains("(the login is refused, status 3 (the secret is wrong)); the next try is in 0.25 s"));
        assertThat(link.isUp()).isFalse();
        link.close();
    }

    /**
     * The link is cut every three seconds, one answer in ten stays away, reports come twice, first and never: nobody is
     * texted twice, and of everybody it is known that they were, or that nobody knows.
     */
    @Test
    void through_a_bad_day_nobody_is_written_to_twice_and_nobody_is_forgotten() {
        var drawn = new AtomicInteger();
        gateway.answers = sms -> drawn.incrementAndGet() % 10 == 0 ? null : 0;
        gateway.early = sms -> at(sms) % 5 == 1 ? List.of("DELIVRD") : List.of();
        gateway.reports = sms ->
                at(sms) % 5 == 2 ? List.of() : at(sms) % 5 == 3 ? List.of("DELIVRD", "DELIVRD") : List.of("DELIVRD");
        var extensions = extensions(600);
        var messages = put(extensions, "满意请回复1");
        for (var cut = 0; cut < 6; cut++) {
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            gateway.cut();
        }
        gateway.answers = sms -> 0;
        awaitNothingOnItsWay();

        var times = new HashMap<String, Integer>();
        gateway.submitted().forEach(part -> times.merge(part.sms().getSrcId().substring(10), 1, Integer::sum));
        assertNobodyTwiceAndNobodyForgotten(extensions, messages, times);
    }

    private static int at(CmppSubmitRequestMessage sms) {
        return Integer.parseInt(sms.getSrcId().substring(10));
    }

    private static void a_good_answer() {
        gateway.answers = sms -> 0;
        gateway.reports = sms -> List.of("DELIVRD");
    }

    private CmppLink link(CmppGateway to, CmppVersion version, String secret) {
        return new CmppLink(
                "other",
                new CmppSettings(
                        "127.0.0.1",
                        to.port(),
                        version,
                        CmppGateway.ACCOUNT,
                        secret,
                        true,
                        "",
                        "1069900110",
                        1,
                        16,
                        0,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(2)),
                new Hearing("other", "1069900110", inbox, clock),
                clock);
    }

    private static CmppDeliverRequestMessage reply(String to, String text) {
        var reply = new CmppDeliverRequestMessage();
        reply.setDestId(to);
        reply.setSrcterminalId(NUMBER);
        reply.setMsgContent(text);
        return reply;
    }
}
