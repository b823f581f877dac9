package org.minyi.channel.mail;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The mailbox to which undelivered mail comes back, over IMAP. Each message is read once: what it tells is committed, then
 * it is marked as read. A crash in between reads it again, which changes nothing. The mailbox is for this alone; what is no
 * report is marked as read too and left where it is.
 */
@Component
class BounceBox {

    private static final Logger LOG = LoggerFactory.getLogger(BounceBox.class);
    private static final int AT_ONCE = 200;
    /** A report is small; what is larger is somebody's mail. */
    private static final int LARGEST = 1_000_000;

    private final MailSettings settings;
    private final Bounces bounces;
    private final BounceReport report;

    BounceBox(MailSettings settings, Bounces bounces) {
        this.settings = settings;
        this.bounces = bounces;
        this.report = new BounceReport(settings.bounceUser(), settings.domain());
    }

    /** Reads what has come since; nothing where no mailbox is named. A mailbox that is away is asked again next time. */
    void look() {
        var box = settings.bounces();
        if (!box.isRead()) {
            return;
        }
        try {
            Imap.visit(box, (store, folder) -> {
                var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (var message : Arrays.asList(unread).subList(0, Math.min(unread.length, AT_ONCE))) {
                    readOrLeave(message);
                }
            });
        } catch (MessagingException away) {
            LOG.warn(
                    "the mailbox for undelivered mail cannot be read ({})",
                    away.getClass().getSimpleName());
        }
    }

    /** One that cannot be noted now stays unread, and keeps no other from being read. */
    private void readOrLeave(Message message) throws MessagingException {
        try {
            read(message);
        } catch (RuntimeException trouble) {
            LOG.error("what came back could not be noted; it is read again", trouble);
        }
    }

    private void read(Message message) throws MessagingException {
        if (message.getSize() <= LARGEST) {
            report.read(raw(message)).ifPresent(bounces::note);
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    private static String raw(Message message) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(bytes);
        } catch (IOException broken) {
            throw new MessagingException("a message could not be fetched", broken);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
