package org.minyi.channel.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail to be sent at least once. It goes to mailboxes of units and holds nothing of a citizen: mail is not sealed on its
 * way.
 *
 * @param id chosen by whoever writes it: putting the same draft twice sends it once; names the mail in its Message-ID
 * @param to mailboxes without which the mail is not sent at all
 * @param copies mailboxes that may be wanting: one that the server does not take is left out
 * @param text plain; files are asked for when it is sent ({@link MailParts})
 */
public record MailDraft(UUID id, List<String> to, List<String> copies, String subject, String text) {

    public MailDraft {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a mail goes to one mailbox at least");
        }
        to = List.copyOf(to);
        copies = List.copyOf(copies);
    }

    /** Without subject and text, as all that may end up in a log line. */
    @Override
    public String toString() {
        return "MailDraft[id=" + id + "]";
    }
}
