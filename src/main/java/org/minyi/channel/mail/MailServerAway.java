package org.minyi.channel.mail;

/**
 * The server could not be reached, or takes nothing from us at all: certainly nothing left, and the next mail would fare no
 * better.
 */
public class MailServerAway extends RuntimeException {

    /** @param reason an SMTP code or the kind of trouble, nothing that a server wrote */
    public MailServerAway(String reason, Throwable cause) {
        super("the mail server takes nothing: " + reason, cause);
    }
}
