package org.minyi.channel.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * How mail to units is sent, and where it comes back to. The server itself is named in {@code spring.mail}.
 *
 * @param dispatcher whether this node sends by itself; a test moves the dispatcher by hand
 * @param from the centre's address, which the units see
 * @param domain of the addresses to which mail comes back, and of every Message-ID; that of {@code from} when empty
 * @param bounceUser the mailbox there that takes every {@code bounceUser+anything@domain} (sub-addressing, RFC 5233)
 * @param lease how long one try may take; afterwards another node tries
 * @param giveUpAfter how long a server may put one mail off before that counts as a refusal
 */
@Validated
@ConfigurationProperties("minyi.mail")
record MailSettings(
        @DefaultValue("true") boolean dispatcher,
        @NotNull @DefaultValue("") String from,
        @NotNull @DefaultValue("") String domain,
        @NotNull @DefaultValue("bounce") String bounceUser,
        @NotNull @DefaultValue("10m") Duration lease,
        @NotNull @DefaultValue("72h") Duration giveUpAfter,
        @NotNull @Valid @DefaultValue Bounces bounces,
        @NotNull @Valid @DefaultValue Letters letters) {

    private static final String ADDRESS = "[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";
    private static final String DOMAIN = "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_FOR_A_MAIL = Duration.ofHours(1);
    private static final Duration LONGEST_FOR_ALL = Duration.ofMinutes(10);

    MailSettings {
        if (!from.isEmpty() && !from.matches(ADDRESS)) {
            throw new IllegalArgumentException(
                    "minyi.mail.from (%s) is no address: something like centre@example.org is expected"
                            .formatted(from));
        }
        if (domain.isEmpty()) {
            domain = from.substring(from.indexOf('@') + 1);
        }
        if (!domain.isEmpty() && !domain.matches(DOMAIN)) {
            throw new IllegalArgumentException(
                    "minyi.mail.domain (%s) is no domain: something like example.org is expected".formatted(domain));
        }
        if (!bounceUser.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "minyi.mail.bounce-user (%s) is no name of a mailbox: something like bounce is expected"
                            .formatted(bounceUser));
        }
        if (lease.compareTo(Duration.ofMinutes(2)) < 0) {
            throw new IllegalArgumentException(
                    "minyi.mail.lease (%s) is shorter than a slow server may take: two minutes at least are expected"
                            .formatted(lease));
        }
    }

    /**
     * The mailbox to which undelivered mail comes back, read by IMAP; none when the host is empty.
     *
     * @param tls whether the connection is sealed from its first byte; off is for tests
     */
    record Bounces(
            @NotNull @DefaultValue("") String host,
            @Min(1) @Max(65535) @DefaultValue("993") int port,
            @NotNull @DefaultValue("") String user,
            @NotNull @DefaultValue("") String password,
            @NotNull @DefaultValue("INBOX") String folder,
            @DefaultValue("true") boolean tls)
            implements Mailbox {

        /** Without the password. */
        @Override
        public String toString() {
            return "Bounces[host=" + host + ", user=" + user + "]";
        }
    }

    /**
     * The mailbox to which citizens write, read by IMAP; none when the host is empty.
     *
     * @param taken the folder into which a letter is put that became a matter; made when it is missing
     * @param aside the folder for what is no citizen's letter
     * @param mostPerHour letters that become matters within an hour; what is more waits in the mailbox
     * @param tls whether the connection is sealed from its first byte; off is for tests
     */
    record Letters(
            @NotNull @DefaultValue("") String host,
            @Min(1) @Max(65535) @DefaultValue("993") int port,
            @NotNull @DefaultValue("") String user,
            @NotNull @DefaultValue("") String password,
            @NotNull @DefaultValue("INBOX") String folder,
            @NotNull @DefaultValue("Minyi/Taken") String taken,
            @NotNull @DefaultValue("Minyi/Aside") String aside,
            @Min(1) @Max(100000) @DefaultValue("500") int mostPerHour,
            @DefaultValue("true") boolean tls)
            implements Mailbox {

        /** Without the password. */
        @Override
        public String toString() {
            return "Letters[host=" + host + ", user=" + user + "]";
        }
    }

    String messageId(UUID mail) {
        return mail + "@" + domain;
    }

    /** VERP: the address alone says which mail it was that came back, whatever the report looks like. */
    String sender(UUID mail) {
        return bounceUser + "+" + mail + "@" + domain;
    }

    /** One minute, and twice as long after each further try, up to an hour. */
    Duration pauseOfMail(int tries) {
        return grown(tries, LONGEST_FOR_A_MAIL);
    }

    /** One minute, and twice as long each time, up to ten minutes: asking costs the server next to nothing. */
    Duration pauseOfAll(int pauses) {
        return grown(pauses, LONGEST_FOR_ALL);
    }

    private static Duration grown(int times, Duration longest) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times, 10));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailSettings.class)
    static class Enabled {}
}
