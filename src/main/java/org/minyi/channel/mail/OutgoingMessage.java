package org.minyi.channel.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.minyi.channel.mail.MailCarrier.OutgoingMail;

/** A mail as it goes over the wire. Names are written in UTF-8 whatever the machine's own characters are (RFC 2231). */
final class OutgoingMessage extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private final String messageId;

    private OutgoingMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static OutgoingMessage of(
            OutgoingMail mail, List<InternetAddress> to, List<InternetAddress> copies, Session session, Instant now)
            throws MessagingException {
        var message = new OutgoingMessage(session, mail.messageId());
        message.setEnvelopeFrom(mail.sender());
        // Where the server can (RFC 3461): tell of failures alone, and send none of the document back.
        message.setNotifyOptions(NOTIFY_FAILURE);
        message.setReturnOption(RETURN_HDRS);
        message.setFrom(new InternetAddress(mail.from()));
        message.setRecipients(Message.RecipientType.TO, to.toArray(Address[]::new));
        message.setRecipients(Message.RecipientType.CC, copies.toArray(Address[]::new));
        message.setSubject(mail.subjectAsRead(), UTF_8);
        message.setSentDate(Date.from(now));
        // No out-of-office answers (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(mail));
        return message;
    }

    private static MimeMultipart content(OutgoingMail mail) throws MessagingException {
        var content = new MimeMultipart();
        var text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        content.addBodyPart(text);
        for (var part : mail.parts()) {
            content.addBodyPart(file(part));
        }
        return content;
    }

    private static MimeBodyPart file(MailPart part) throws MessagingException {
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(part.bytes(), part.type())));
        var type = new ContentType(part.type());
        type.setParameterList(named("name", part.name()));
        file.setHeader("Content-Type", type.toString());
        file.setHeader(
                "Content-Disposition", new ContentDisposition("attachment", named("filename", part.name())).toString());
        return file;
    }

    private static ParameterList named(String parameter, String name) {
        var list = new ParameterList();
        list.set(parameter, name, UTF_8);
        return list;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}
