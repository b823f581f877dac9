package org.minyi.channel.mail;

import java.util.UUID;
import org.minyi.citizen.MailboxId;
import org.minyi.citizen.WordsId;

/**
 * A mail to a citizen, to be sent at least once. Where it goes and what it says stay sealed until it leaves.
 *
 * @param id chosen by whoever writes it: putting the same mail twice sends it once; names it in its Message-ID
 * @param subject holds nothing of the person: it stands in the outbox as it is
 */
public record CitizenMail(UUID id, MailboxId to, String subject, WordsId text) {

    /** Without the subject, as all that may end up in a log line. */
    @Override
    public String toString() {
        return "CitizenMail[id=" + id + "]";
    }
}
