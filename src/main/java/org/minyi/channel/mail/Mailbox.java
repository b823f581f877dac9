package org.minyi.channel.mail;

/** A mailbox that Minyi reads by IMAP, as the settings name it. */
interface Mailbox {

    String host();

    int port();

    String user();

    String password();

    String folder();

    /** Whether the connection is sealed from its first byte; off is for tests. */
    boolean tls();

    /** None where no host is named. */
    default boolean isRead() {
        return !host().isBlank();
    }
}
