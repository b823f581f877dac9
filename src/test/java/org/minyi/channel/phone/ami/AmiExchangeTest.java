package org.minyi.channel.phone.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minyi.channel.phone.ExchangeAway;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneRoom;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An Asterisk that says what the test wants it to, over a real socket. */
@ExtendWith(OutputCaptureExtension.class)
class AmiExchangeTest extends PhoneRoom {

    private final UUID matter = UUID.randomUUID();

    @Test
    void whoever_dials_is_rung_first_and_what_becomes_of_it_is_known(CapturedOutput output) throws Exception {
        var call = dialling.dial("caller1", matter, line);

        var asked = ASTERISK.dialled();
        assertThat(asked)
                .containsEntry("Channel", "PJSIP/8001")
                .containsEntry("Context", "minyi-out")
                .containsEntry("Exten", "9" + NUMBER)
                .containsEntry("Priority", "1")
                .containsEntry("ChannelId", call.toString())
                .containsEntry("Async", "true");
        var id = call.toString();
        ASTERISK.tells(
                "Newstate",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "ChannelState",
                "6",
                "ChannelStateDesc",
                "Up",
                "Timestamp",
                "1893456000.25",
                "Channel",
                "PJSIP/8001-00000001",
                "CallerIDNum",
                NUMBER);
        ASTERISK.tells(
                "DialEnd",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "DestLinkedid",
                id,
                "DialStatus",
                "ANSWER",
                "DestChannel",
                "PJSIP/trunk-00000002",
                "Timestamp",
                "1893456012.25");
        ASTERISK.tells(
                "VarSet",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "Variable",
                "MIXMONITOR_FILENAME",
                "Value",
                "2030/01/" + id + ".wav",
                "Channel",
                "PJSIP/8001-00000001");
        ASTERISK.tells(
                "Hangup", "Uniqueid", "1893456000.99", "Linkedid", id, "Cause", "16", "Timestamp", "1893456233.25");
        ASTERISK.tells("Hangup", "Uniqueid", id, "Linkedid", id, "Cause", "16", "Timestamp", "1893456233.25");

        var known = awaitEnded(call);
        assertThat(known.rang()).hasValue(Duration.ofSeconds(12));
        assertThat(known.talked()).hasValue(Duration.ofSeconds(221));
        assertThat(known.recording()).isEqualTo("2030/01/" + id + ".wav");
        assertThat(known.user()).isEqualTo("caller1");
        assertThat(known.matter()).isEqualTo(matter);
        assertThat(known.agentAt()).isEqualTo(Instant.parse("2030-01-01T00:00:00.250Z"));
        assertThat(output).doesNotContain(NUMBER);
    }

    @Test
    void whoever_does_not_pick_up_their_own_telephone_has_not_dialled() throws Exception {
        var call = dialling.dial("caller1", matter, line);
        var asked = ASTERISK.dialled();
        ASTERISK.tells(
                "OriginateResponse",
                "ActionID",
                asked.get("ActionID"),
                "Response",
                "Failure",
                "Channel",
                "PJSIP/8001",
                "Reason",
                "3",
                "Uniqueid",
                "<null>");

        var known = awaitEnded(call);
        assertThat(known.rang()).isEmpty();
        assertThat(known.talked()).isEmpty();
    }

    @Test
    void nothing_rings_where_the_exchange_does_not_take_the_order() throws Exception {
        ASTERISK.answersDialling("Error");
        assertThatThrownBy(() -> dialling.dial("caller1", matter, line)).isInstanceOf(ExchangeAway.class);
        ASTERISK.dialled();
        assertThat(calls.about(matter)).singleElement().satisfies(call -> assertThat(call.endedAt())
                .isNotNull());

        assertThatThrownBy(() -> dialling.dial("triage1", matter, line))
                .isInstanceOf(ExchangeAway.class)
                .hasMessage("you have no extension yet");
        assertThat(dialling.canDial("triage1")).isFalse();
        assertThat(dialling.canDial("caller1")).isTrue();
        assertThat(ASTERISK.wasAskedToDial()).isFalse();
    }

    @Test
    void a_call_to_the_hotline_is_answered_by_whoever_sits_there_and_may_be_told_in_any_order() {
        var id = "1893456100.7";
        ASTERISK.tells(
                "Newchannel",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "Channel",
                "PJSIP/trunk-00000007",
                "CallerIDNum",
                NUMBER,
                "Exten",
                "110110",
                "Context",
                "from-trunk",
                "Timestamp",
                "1893456100.0");
        ASTERISK.tells(
                "Newstate",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "ChannelState",
                "6",
                "ChannelStateDesc",
                "Up",
                "Timestamp",
                "1893456101.0",
                "Channel",
                "PJSIP/trunk-00000007");
        ASTERISK.tells(
                "DialEnd",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "DialStatus",
                "NOANSWER",
                "DestChannel",
                "PJSIP/8002-00000008",
                "Timestamp",
                "1893456104.0");
        ASTERISK.tells("Hangup", "Uniqueid", id, "Linkedid", id, "Cause", "16", "Timestamp", "1893456170.0");
        ASTERISK.tells(
                "DialEnd",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "DialStatus",
                "ANSWER",
                "DestChannel",
                "PJSIP/8001-00000009",
                "Timestamp",
                "1893456109.0");
        ASTERISK.tells(
                "DialEnd",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "DialStatus",
                "ANSWER",
                "DestChannel",
                "PJSIP/8001-00000009",
                "Timestamp",
                "1893456109.0");

        var known = await().atMost(Duration.ofSeconds(10))
                .until(() -> came("main", id), call -> call.filter(
                                one -> one.agentAt() != null && one.endedAt() != null)
                        .isPresent())
                .orElseThrow();
        assertThat(known.hotline()).isEqualTo(Hotline.PUBLIC);
        assertThat(known.line()).isEqualTo(line);
        assertThat(known.user()).isEqualTo("caller1");
        assertThat(known.rang()).hasValue(Duration.ofSeconds(9));
        assertThat(known.talked()).hasValue(Duration.ofSeconds(61));
    }

    @Test
    void of_a_call_to_the_police_hotline_nobody_keeps_from_where_it_came(CapturedOutput output) {
        var id = "1893456200.7";
        ASTERISK.tells(
                "Newchannel",
                "Uniqueid",
                id,
                "Linkedid",
                id,
                "Channel",
                "PJSIP/trunk-00000017",
                "CallerIDNum",
                NUMBER,
                "Exten",
                "110999",
                "Context",
                "internal");
        ASTERISK.tells(
                "Newchannel",
                "Uniqueid",
                "1893456200.9",
                "Linkedid",
                "1893456200.9",
                "Channel",
                "PJSIP/trunk-00000018",
                "CallerIDNum",
                NUMBER,
                "Exten",
                "10086",
                "Context",
                "internal");
        ASTERISK.tells("Hangup", "Uniqueid", "1893456200.9", "Linkedid", "1893456200.9");
        ASTERISK.tells("Hangup", "Uniqueid", id, "Linkedid", id);

        var known = await().atMost(Duration.ofSeconds(10))
                .until(() -> came("main", id), call -> call.filter(one -> one.endedAt() != null)
                        .isPresent())
                .orElseThrow();
        assertThat(known.hotline()).isEqualTo(Hotline.POLICE);
        assertThat(known.line()).isNull();
        assertThat(came("main", "1893456200.9")).as("what is no call of ours").isEmpty();
        assertThat(db.sql("select phone_call::text from phone_call")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(NUMBER));
        assertThat(output).doesNotContain(NUMBER);
    }

    @Test
    void after_a_cut_it_is_there_again_and_what_ended_meanwhile_is_over(CapturedOutput output) throws Exception {
        var over = dialling.dial("caller1", matter, line);
        var going = dialling.dial("caller1", matter, line);
        ASTERISK.dialled();
        ASTERISK.dialled();
        ASTERISK.hasCalls(going.toString());
        ASTERISK.goesAway();
        await().atMost(Duration.ofSeconds(10)).until(() -> !isUp());
        ASTERISK.comesBack();
        awaitUp();

        var lost = awaitEnded(over);
        assertThat(lost.lost()).isTrue();
        assertThat(lost.talked()).isEmpty();
        assertThat(calls.find(going).orElseThrow().endedAt()).isNull();
        ASTERISK.tells("Hangup", "Uniqueid", going.toString(), "Linkedid", going.toString());
        assertThat(awaitEnded(going).lost()).isFalse();
        assertThat(output)
                .contains("main: the connection to Asterisk at AmiSettings[minyi@127.0.0.1")
                .contains("main: connected to Asterisk")
                .contains("1 calls ended while the exchange was out of reach")
                .doesNotContain("out-of-the-vault")
                .doesNotContain(NUMBER);
        ASTERISK.hasCalls();
        ASTERISK.tells("Hangup", "Uniqueid", over.toString(), "Linkedid", over.toString(), "Timestamp", "1893456233.0");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !calls.find(over).orElseThrow().lost());
        assertThat(calls.find(over).orElseThrow().endedAt())
                .as("told after all")
                .isEqualTo(Instant.parse("2030-01-01T00:03:53Z"));
    }

    @Test
    void with_a_wrong_password_nothing_is_up_and_the_log_says_why_once(CapturedOutput output) {
        ASTERISK.wants("another");
        ASTERISK.cut();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> output.toString().contains("Asterisk does not accept user and password"));
        await().during(Duration.ofSeconds(3)).until(() -> !isUp());
        assertThat(output.toString().split("does not accept user and password", -1))
                .hasSize(2);
        ASTERISK.wants("out-of-the-vault");
        awaitUp();
    }

    @Test
    void an_exchange_that_says_nothing_is_not_up() {
        ASTERISK.isSilent(true);
        ASTERISK.cut();
        await().atMost(Duration.ofSeconds(10)).until(() -> !isUp());
        await().during(Duration.ofSeconds(2)).until(() -> !isUp());
        ASTERISK.isSilent(false);
        awaitUp();
    }
}
