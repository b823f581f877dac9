package org.minyi.channel.mail;

import java.util.List;
import java.util.UUID;

/** The way to a mail server. The simulated one and the real one (SMTP) speak this port and nothing else. */
public interface MailCarrier {

    /**
     * Hands one mail over, to all its recipients or to none; a copy that the server does not take is left out. Called
     * outside any transaction. Whatever it throws but {@link MailServerAway} leaves unknown whether the mail has left: it
     * is sent again then, under the same Message-ID.
     *
     * @throws MailServerAway when certainly nothing has left and nothing would
     */
    Handover carry(OutgoingMail mail);

    /**
     * A mail as it leaves.
     *
     * @param messageId without its brackets, the same for every try
     * @param sender what the envelope says, whither the mail comes back if it cannot be delivered
     * @param again what became of an earlier try is unknown
     */
    record OutgoingMail(
            UUID id,
            String messageId,
            String from,
            String sender,
            List<String> to,
            List<String> copies,
            String subject,
            String text,
            List<MailPart> parts,
            boolean again) {

        private static final String AGAIN = "【重发】";

        /** The subject as the recipient reads it: a repeat says so. */
        public String subjectAsRead() {
            return (again ? AGAIN : "") + subject;
        }

        /** Without subject and text. */
        @Override
        public String toString() {
            return "OutgoingMail[id=" + id + "]";
        }
    }

    /** What the server said; reasons are SMTP codes. */
    sealed interface Handover {

        record Accepted() implements Handover {}

        /** For good (5xx). */
        record Refused(String reason) implements Handover {}

        /** Not now (4xx). */
        record Later(String reason) implements Handover {}
    }
}
