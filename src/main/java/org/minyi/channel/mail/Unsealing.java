package org.minyi.channel.mail;

import java.util.List;
import java.util.Optional;
import org.minyi.channel.mail.MailCarrier.OutgoingMail;
import org.minyi.channel.mail.MailTables.Claim;
import org.minyi.citizen.MailboxId;
import org.minyi.citizen.Mailboxes;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.springframework.stereotype.Component;

/** Puts a mail together as it leaves; what is sealed is opened here, at the last moment. */
@Component
class Unsealing {

    private final MailSettings settings;
    private final Mailboxes mailboxes;
    private final WordsBook words;

    Unsealing(MailSettings settings, Mailboxes mailboxes, WordsBook words) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.words = words;
    }

    /** Nothing when whoever it goes to was forgotten meanwhile. */
    Optional<OutgoingMail> of(Claim claim, List<MailPart> files) {
        if (claim.mailbox() == null) {
            return Optional.of(outgoing(claim, claim.to(), claim.text(), files));
        }
        var words = new WordsId(claim.words());
        var text = this.words.read(List.of(words)).get(words);
        return text == null
                ? Optional.empty()
                : mailboxes
                        .address(new MailboxId(claim.mailbox()))
                        .map(address -> outgoing(claim, List.of(address), text, files));
    }

    private OutgoingMail outgoing(Claim claim, List<String> to, String text, List<MailPart> files) {
        return new OutgoingMail(
                claim.id(),
                settings.messageId(claim.id()),
                settings.from(),
                settings.sender(claim.id()),
                to,
                claim.copies(),
                claim.subject(),
                text,
                files,
                claim.unsure());
    }
}
