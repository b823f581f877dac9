package org.minyi.channel.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real mail server for the whole of Minyi: SMTP behind a line that can be moody or cut, a mailbox for each unit, and the
 * one to which undelivered mail comes back.
 */
public final class PostOffice implements AutoCloseable {

    public static final String DOMAIN = MailRoom.DOMAIN;

    private static final String HOST = "127.0.0.1";
    private static final String BOUNCES = "bounces";
    private static final String PASSWORD = "secret";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });
    private final int port;
    private MoodySmtp line;

    public PostOffice() throws IOException {
        server.start();
        server.setUser("bounce@" + DOMAIN, BOUNCES, PASSWORD);
        line = new MoodySmtp(server.getSmtp().getPort());
        port = line.port();
    }

    /** What names it to Minyi. */
    public void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> HOST);
        settings.add("spring.mail.port", () -> port);
        settings.add("minyi.mail.from", () -> "centre@" + DOMAIN);
        settings.add("minyi.mail.bounces.host", () -> HOST);
        settings.add("minyi.mail.bounces.port", () -> server.getImap().getPort());
        settings.add("minyi.mail.bounces.user", () -> BOUNCES);
        settings.add("minyi.mail.bounces.password", () -> PASSWORD);
        settings.add("minyi.mail.bounces.tls", () -> false);
    }

    /** Healthy, and with nothing in any mailbox. */
    public void begins() throws IOException, FolderException {
        opens();
        says(command -> null);
        cutsAfterMail(false);
        server.purgeEmailFromAllMailboxes();
    }

    /** An answer instead of the server's own; null for its own. */
    public void says(Function<String, String> mood) {
        line.mood = mood;
    }

    /** The mail goes through, its answer does not come back. */
    public void cutsAfterMail(boolean cuts) {
        line.cutsAfterMail = cuts;
    }

    /** Nobody is at the door any more. */
    public void closes() throws IOException {
        line.close();
    }

    /** At the same door. */
    public void opens() throws IOException {
        line.close();
        line = new MoodySmtp(server.getSmtp().getPort(), port);
    }

    public void hasMailbox(String address) {
        server.setUser(address, address);
    }

    /** What lies in a mailbox, as its owner reads it. */
    public List<MimeMessage> mailbox(String address) throws MessagingException {
        var mails = new ArrayList<MimeMessage>();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, server.getImap().getPort(), address, address);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (var message : inbox.getMessages()) {
                    mails.add(new MimeMessage((MimeMessage) message));
                }
            }
        }
        return mails;
    }

    /** A server further on says that it could not deliver the mail after all (RFC 3464). */
    public void bringsBack(UUID mail) throws Exception {
        var report = BounceBoxTest.report(
                "bounce+" + mail + "@" + DOMAIN, "failed", "5.1.1", "smtp; 550 5.1.1 no such mailbox", "");
        server.getManagers()
                .getUserManager()
                .getUser(BOUNCES)
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))));
    }

    /** Minyi's postman looks what came back. */
    public static void look(ApplicationContext minyi) {
        minyi.getBean(BounceBox.class).look();
    }

    @Override
    public void close() throws IOException {
        line.close();
        server.stop();
    }
}
