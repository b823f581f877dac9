package org.minyi.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail over a real SMTP server, and what becomes of it when the server says no, hangs up or is away. */
class MailTest {

    private static final String COPY = "south@" + MailRoom.DOMAIN;

    private final MailRoom room = new MailRoom();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MoodySmtp line;

    @BeforeEach
    void a_server_behind_a_line() throws IOException {
        server.start();
        line = new MoodySmtp(server.getSmtp().getPort());
        room.carrier = room.smtp(line.port());
    }

    @AfterEach
    void closed() throws IOException {
        line.close();
        server.stop();
        room.close();
    }

    @Test
    void a_mail_arrives_with_its_subject_and_its_file_under_a_name_of_its_own() throws Exception {
        var bytes = new byte[] {37, 80, 68, 70, 0, -1, 13, 10, 46, 13, 10, 10};
        room.parts = mail -> List.of(new MailPart("督办通知书 澜民督〔2026〕1号.pdf", "application/pdf", bytes));
        var id = room.put("【澜河市公安局民意中心】督办通知书 澜民督〔2026〕1号");

        room.dispatcher().runOnce();

        assertThat(room.state(id)).isEqualTo("ACCEPTED");
        assertThat(room.events).containsExactly(new MailAccepted(id));
        var mail = only();
        assertThat(mail.getSubject()).isEqualTo("【澜河市公安局民意中心】督办通知书 澜民督〔2026〕1号");
        assertThat(mail.getMessageID()).isEqualTo("<" + id + "@" + MailRoom.DOMAIN + ">");
        assertThat(mail.getHeader("Return-Path", null)).isEqualTo("<bounce+" + id + "@" + MailRoom.DOMAIN + ">");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        var content = (MimeMultipart) mail.getContent();
        assertThat(content.getBodyPart(0).getContent()).asString().contains("现送达。");
        var file = content.getBodyPart(1);
        assertThat(MimeUtility.decodeText(file.getFileName())).isEqualTo("督办通知书 澜民督〔2026〕1号.pdf");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void the_same_draft_is_sent_once() {
        var draft = new MailDraft(UUID.randomUUID(), List.of("north@" + MailRoom.DOMAIN), List.of(), "once", "text");
        room.put(draft);
        room.put(draft);

        room.dispatcher().runOnce();
        room.put(draft);
        room.dispatcher().runOnce();

        assertThat(subjects()).containsExactly("once");
    }

    @Test
    void what_the_server_puts_off_is_tried_again_later_and_later_under_the_same_message_id() throws Exception {
        line.mood = command -> command.startsWith("RCPT") ? "450 4.2.1 greylisted, try again" : null;
        var id = room.put("patience");

        room.dispatcher().runOnce();
        assertThat(room.state(id)).isEqualTo("WAITING 450 4.2.1");
        room.clock.pass(Duration.ofSeconds(59));
        room.dispatcher().runOnce();
        assertThat(asked("RCPT")).as("not before a minute has passed").isOne();
        room.clock.pass(Duration.ofSeconds(1));
        room.dispatcher().runOnce();
        room.clock.pass(Duration.ofMinutes(1));
        room.dispatcher().runOnce();
        assertThat(asked("RCPT")).as("the second pause is twice as long").isEqualTo(2);
        line.mood = command -> null;
        room.clock.pass(Duration.ofMinutes(1));
        room.dispatcher().runOnce();

        assertThat(room.state(id)).isEqualTo("ACCEPTED");
        assertThat(only().getMessageID()).contains(id.toString());
        assertThat(only().getSubject()).as("nobody has it yet: no repeat").isEqualTo("patience");
        assertThat(room.events).containsExactly(new MailAccepted(id));
    }

    @Test
    void what_the_server_does_not_take_is_refused_with_its_code_and_none_of_its_words() {
        line.mood = command -> command.startsWith("RCPT") ? "550 5.1.1 张三 does not live here" : null;
        var unknown = room.put("to nobody");
        room.dispatcher().runOnce();
        line.mood = command -> command.equals(".") ? "552 5.3.4 too big" : null;
        var big = room.put("too big");
        room.dispatcher().runOnce();

        assertThat(room.state(unknown)).isEqualTo("REFUSED 550 5.1.1");
        assertThat(room.state(big)).isEqualTo("REFUSED 552 5.3.4");
        assertThat(room.events)
                .containsExactly(new MailRefused(unknown, "550 5.1.1"), new MailRefused(big, "552 5.3.4"));
        room.clock.pass(Duration.ofDays(7));
        assertThat(room.dispatcher().runOnce()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mail_that_is_put_off_for_three_days_is_refused() {
        line.mood = command -> command.startsWith("MAIL") ? "451 4.3.0 not now" : null;
        var id = room.put("never");

        for (int hour = 0; hour < 72; hour++) {
            room.dispatcher().runOnce();
            assertThat(room.events).isEmpty();
            room.clock.pass(Duration.ofHours(1));
        }
        room.dispatcher().runOnce();

        assertThat(room.events).containsExactly(new MailRefused(id, "451 4.3.0"));
        assertThat(asked("MAIL")).as("an hour is the longest pause").isEqualTo(73);
    }

    @Test
    void a_copy_that_the_server_does_not_take_is_left_out_and_the_mail_goes_once() throws Exception {
        line.mood = command -> command.contains("nowhere@") ? "550 5.1.1 no such user" : null;
        var id = room.put("with copies", List.of(COPY, "nowhere@" + MailRoom.DOMAIN));

        room.dispatcher().runOnce();

        assertThat(room.state(id)).isEqualTo("ACCEPTED");
        assertThat(server.getReceivedMessages()).as("one for each mailbox").hasSize(2);
        assertThat(server.getReceivedMessages()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("north@" + MailRoom.DOMAIN, COPY);
    }

    @Test
    void a_copy_that_is_put_off_puts_the_whole_mail_off_and_nobody_has_it_twice() {
        line.mood = command -> command.contains("south@") ? "450 4.2.1 later" : null;
        var id = room.put("with a copy", List.of(COPY));
        room.dispatcher().runOnce();
        assertThat(room.state(id)).isEqualTo("WAITING 450 4.2.1");
        assertThat(server.getReceivedMessages()).isEmpty();

        line.mood = command -> null;
        room.clock.pass(Duration.ofMinutes(1));
        room.dispatcher().runOnce();

        assertThat(subjects()).containsExactly("with a copy", "with a copy");
    }

    @Test
    void a_server_that_is_away_for_a_day_costs_nothing_but_time() throws Exception {
        line.close();
        var ids = IntStream.range(0, 20).mapToObj(i -> room.put("letter " + i)).toList();

        for (int minute = 0; minute < 24 * 60; minute++) {
            room.dispatcher().runOnce();
            room.clock.pass(Duration.ofMinutes(1));
        }
        assertThat(room.db
                        .sql("select sum(tries) from mail")
                        .query(Integer.class)
                        .single())
                .as("no mail has grown older")
                .isZero();
        assertThat(room.db
                        .sql("select sum(claims) from mail")
                        .query(Integer.class)
                        .single())
                .as("one try for all of them, every ten minutes")
                .isBetween(100, 160);
        room.carrier = room.smtp(server.getSmtp().getPort());
        room.clock.pass(Duration.ofMinutes(10));
        room.dispatcher().runOnce();

        assertThat(subjects())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "letter " + i).toList());
        assertThat(room.events)
                .containsExactlyElementsOf(ids.stream().map(MailAccepted::new).toList());
    }

    @Test
    void a_server_that_lets_nobody_in_is_away_and_no_mail_is_to_blame() {
        for (var greeting : List.of("421 4.3.2 closing", "554 5.7.1 go away")) {
            line.mood = command -> command.isEmpty() ? greeting : null;
            var id = room.put("at the door");
            room.dispatcher().runOnce();
            assertThat(room.state(id)).as(greeting).isEqualTo("WAITING");
            room.clock.pass(Duration.ofMinutes(10));
        }
        line.mood = command -> command.startsWith("MAIL") ? "530 5.7.0 authenticate first" : null;
        var id = room.put("who are you");
        room.dispatcher().runOnce();
        assertThat(room.state(id)).isEqualTo("WAITING");
        room.clock.pass(Duration.ofMinutes(10));
        line.mood = command -> command.startsWith("RCPT") ? "" : null;
        room.dispatcher().runOnce();
        assertThat(room.state(id)).as("hung up before the mail began").isEqualTo("WAITING");

        assertThat(room.events).isEmpty();
        line.mood = command -> null;
        room.clock.pass(Duration.ofMinutes(10));
        room.dispatcher().runOnce();
        assertThat(subjects()).containsExactly("at the door", "at the door", "who are you");
    }

    @Test
    void a_lost_answer_means_again_and_the_repeat_says_so_under_the_same_message_id() throws Exception {
        line.cutsAfterMail = true;
        var id = room.put("函");

        room.dispatcher().runOnce();
        assertThat(room.state(id)).isEqualTo("WAITING LOST");
        line.cutsAfterMail = false;
        room.clock.pass(Duration.ofMinutes(1));
        room.dispatcher().runOnce();

        assertThat(subjects()).containsExactly("函", "【重发】函");
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::messageId))
                .containsOnly("<" + id + "@" + MailRoom.DOMAIN + ">");
        assertThat(room.events).containsExactly(new MailAccepted(id));
    }

    @Test
    void whoever_dies_between_the_server_s_answer_and_the_commit_leaves_the_mail_to_the_next() {
        var id = room.put("函");
        room.whenNoted = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> room.dispatcher().runOnce()).isInstanceOf(Killed.class);
        assertThat(room.state(id)).isEqualTo("SENDING");
        room.whenNoted = () -> {};
        room.events.clear();

        room.dispatcher().runOnce();
        assertThat(subjects()).as("whoever holds it may still be at it").containsExactly("函");
        room.clock.pass(Duration.ofMinutes(10));
        room.dispatcher().runOnce();

        assertThat(subjects()).containsExactly("函", "【重发】函");
        assertThat(room.state(id)).isEqualTo("ACCEPTED");
        assertThat(room.events).containsExactly(new MailAccepted(id));
    }

    @Test
    void whoever_comes_back_after_the_lease_has_nothing_to_say_any_more() {
        var id = room.put("函");
        var late = room.tables
                .claim(room.clock.instant(), room.clock.instant().plusSeconds(600))
                .orElseThrow();
        room.clock.pass(Duration.ofMinutes(11));
        line.mood = command -> command.startsWith("RCPT") ? "550 5.1.1 gone" : null;
        room.dispatcher().runOnce();

        assertThat(room.tables.settle(late, "ACCEPTED", null, room.clock.instant()))
                .isFalse();
        room.tables.putOff(late, "450", false, room.clock.instant(), room.clock.instant());
        room.tables.giveBack(late, room.clock.instant());
        assertThat(room.state(id)).isEqualTo("REFUSED 550 5.1.1");
    }

    @Test
    void a_file_that_cannot_be_made_keeps_its_mail_back_and_no_other() {
        var broken = room.put("without its file");
        var good = room.put("good");
        room.parts = mail -> {
            if (mail.equals(broken)) {
                throw new IllegalStateException("no ink");
            }
            return List.of();
        };

        room.dispatcher().runOnce();

        assertThat(room.state(broken)).isEqualTo("WAITING UNREADY");
        assertThat(room.state(good)).isEqualTo("ACCEPTED");
    }

    @Test
    void two_who_send_at_once_send_each_mail_once() throws Exception {
        IntStream.range(0, 40).forEach(i -> room.put("letter " + i));
        var both = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            for (var done : both.invokeAll(List.of(room.dispatcher()::runOnce, room.dispatcher()::runOnce))) {
                done.get();
            }
        } finally {
            both.shutdown();
        }

        assertThat(subjects()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void without_a_server_nothing_is_tried_and_the_log_says_so() {
        room.carrier = null;
        var id = room.put("nowhere to go");

        assertThat(room.dispatcher().runOnce()).isZero();
        assertThat(room.state(id)).isEqualTo("WAITING");
        assertThatThrownBy(() -> new MailDraft(id, List.of(), List.of(), "s", "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long asked(String command) {
        return line.commands().stream().filter(line -> line.startsWith(command)).count();
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private List<String> subjects() {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** As a process that is killed: nothing catches it. */
    private static final class Killed extends Error {}
}
