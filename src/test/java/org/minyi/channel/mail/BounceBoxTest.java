package org.minyi.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back, over a real IMAP mailbox: reports sound and unsound, and what is no report of ours. */
class BounceBoxTest {

    private static final String USER = "bounces";

    private final MailRoom room = new MailRoom();
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private UUID mail;
    private BounceBox box;

    @BeforeEach
    void a_mail_that_was_taken() {
        server.start();
        server.setUser("bounce@" + MailRoom.DOMAIN, USER, "secret");
        room.carrier = room.smtp(server.getSmtp().getPort());
        mail = room.put("函");
        room.dispatcher().runOnce();
        room.events.clear();
        box = box(server.getImap().getPort());
    }

    @AfterEach
    void closed() {
        server.stop();
        room.close();
    }

    private BounceBox box(int port) {
        var settings = room.settings(new MailSettings.Bounces("127.0.0.1", port, USER, "secret", "INBOX", false));
        return new BounceBox(settings, room.bounces());
    }

    @Test
    void a_report_by_the_address_it_came_to_says_which_mail_failed_and_why() throws Exception {
        arrives(report(verp(), "failed", "5.1.1", "smtp; 550 5.1.1 <north@police.lanhe.example>: 张三 unknown", ""));

        box.look();

        assertThat(room.state(mail)).isEqualTo("BOUNCED 550 5.1.1");
        assertThat(room.events).containsExactly(new MailBounced(mail, "550 5.1.1"));
        assertThat(unread()).isZero();
        box.look();
        assertThat(room.events).as("once").hasSize(1);
    }

    @Test
    void a_report_that_lost_its_address_is_known_by_the_mail_it_brings_back() throws Exception {
        arrives(report(
                "bounce@" + MailRoom.DOMAIN,
                "failed",
                "5.2.2",
                "smtp; 552 5.2.2 mailbox full",
                "Message-ID: <" + mail + "@" + MailRoom.DOMAIN + ">"));

        box.look();

        assertThat(room.events).containsExactly(new MailBounced(mail, "552 5.2.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // No parts at all, as old servers write.
                "Return-Path: <>\r\nTo: %1$s\r\nFrom: postmaster@elsewhere\r\n\r\nCould not deliver: 554 5.4.4 no route",
                // Cut off in the middle of its parts.
                "To: %1$s\nContent-Type: multipart/report; boundary=x\n\n--x\n\nno\n--x\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.4.4",
                // A long header line that goes on in the next.
                "Delivered-To:\r\n  <%1$s>\r\nFrom: Mail Delivery\r\n <MAILER-DAEMON@elsewhere>\r\n\r\nAction: FAILED\r\nDiagnostic-Code: smtp;\r\n  550-5.4.4 no route",
                // It says that it failed, and not why.
                "Return-Path: <>\nTo: %1$s\n\nAction: failed\n",
            })
    void an_unsound_report_is_read_as_far_as_it_goes(String raw) throws Exception {
        arrives(raw.formatted(verp()));

        box.look();

        assertThat(room.state(mail)).startsWith("BOUNCED 55");
        assertThat(room.state(mail)).matches("BOUNCED 55\\d 5\\.(4\\.4|0\\.0)");
    }

    @Test
    void what_is_no_failure_of_ours_changes_nothing_and_is_read_once() throws Exception {
        arrives(report(verp(), "delayed", "4.4.1", "smtp; 451 4.4.1 still trying", ""));
        arrives(report(verp(), "delivered", "2.0.0", "smtp; 250 2.0.0 ok", ""));
        // Somebody on leave answers the envelope, and forges nothing.
        arrives(
                "To: %s\r\nFrom: north@police.lanhe.example\r\nAuto-Submitted: auto-replied\r\n\r\nback on Monday, 550 5.1.1"
                        .formatted(verp()));
        arrives(report(verp(), "failed", "5.1.1", "smtp; 550 5.1.1", "")
                .replace("report-type=delivery-status", "report-type=disposition-notification"));
        arrives("Return-Path: <>\r\nTo: %s\r\nAuto-Submitted: auto-replied\r\n\r\nback on Monday".formatted(verp()));
        arrives("To: %s\r\nFrom: somebody@elsewhere\r\nSubject: hello\r\n\r\n550 5.1.1".formatted(verp()));
        arrives(report("bounce+" + mail + "@elsewhere.example", "failed", "5.1.1", "smtp; 550 5.1.1", ""));
        arrives(report("bounce+" + UUID.randomUUID() + "@" + MailRoom.DOMAIN, "failed", "5.1.1", "smtp; 550", ""));
        arrives("\r\n");

        box.look();

        assertThat(room.state(mail)).isEqualTo("ACCEPTED");
        assertThat(room.events).isEmpty();
        assertThat(unread()).isZero();
    }

    @Test
    void a_mail_that_never_left_cannot_come_back() throws Exception {
        room.carrier = null;
        var waiting = room.put("still here");
        arrives(report("bounce+" + waiting + "@" + MailRoom.DOMAIN, "failed", "5.1.1", "smtp; 550 5.1.1 no", ""));

        box.look();

        assertThat(room.state(waiting)).isEqualTo("WAITING");
    }

    @Test
    void what_could_not_be_noted_stays_unread_and_is_noted_next_time() throws Exception {
        var other = room.put("another");
        room.dispatcher().runOnce();
        room.events.clear();
        arrives(report(verp(), "failed", "5.1.1", "smtp; 550 5.1.1 no", ""));
        arrives(report("bounce+" + other + "@" + MailRoom.DOMAIN, "failed", "5.1.1", "smtp; 550 5.1.1 no", ""));
        var first = new boolean[] {true};
        room.whenNoted = () -> {
            if (first[0]) {
                first[0] = false;
                throw new IllegalStateException("somebody else holds the matter");
            }
        };

        room.transaction.executeWithoutResult(status -> box.look());

        assertThat(unread()).isOne();
        assertThat(room.state(other)).startsWith("BOUNCED");
        box.look();
        assertThat(unread()).isZero();
    }

    @Test
    void a_mailbox_that_is_away_is_asked_again_next_time() throws Exception {
        arrives(report(verp(), "failed", "5.1.1", "smtp; 550 5.1.1 no", ""));
        box(1).look();
        assertThat(room.state(mail)).isEqualTo("ACCEPTED");

        box.look();

        assertThat(room.state(mail)).startsWith("BOUNCED");
        new BounceBox(room.settings(), room.bounces()).look();
    }

    private String verp() {
        return "bounce+" + mail + "@" + MailRoom.DOMAIN;
    }

    /** As RFC 3464 has it. */
    static String report(String to, String action, String status, String diagnosis, String returned) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.lanhe.example>
                To: %s
                Message-ID: <%s@mx.lanhe.example>
                Auto-Submitted: auto-replied
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="end"

                --end
                Content-Type: text/plain

                I'm sorry to have to inform you.

                --end
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.lanhe.example

                Final-Recipient: rfc822; north@police.lanhe.example
                Action: %s
                Status: %s
                Diagnostic-Code: %s

                --end
                Content-Type: text/rfc822-headers

                Subject: =?UTF-8?B?5Ye9?=
                %s
                --end--
                """
                .formatted(to, UUID.randomUUID(), action, status, diagnosis, returned)
                .replace("\n", "\r\n");
    }

    private void arrives(String raw) throws Exception {
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        server.getManagers().getUserManager().getUser(USER).deliver(message);
    }

    private long unread() throws Exception {
        var inbox = server.getManagers()
                .getImapHostManager()
                .getInbox(server.getManagers().getUserManager().getUser(USER));
        return inbox.getMessages().stream()
                .filter(stored -> !stored.isSet(Flags.Flag.SEEN))
                .count();
    }
}
