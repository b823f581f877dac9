package org.minyi.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the header of a letter is asked: whether a person wrote it, and whom it says to answer. Nothing in it makes a letter
 * anybody's; whatever speaks for a machine sets it aside.
 */
final class LetterHeader {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 300;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern SERVER = Pattern.compile("(?i)^(mailer-daemon|postmaster|mdaemon)@.*");
    private static final Pattern NOBODY = Pattern.compile("(?i)^(no-?reply|do-?not-?reply|bounces?)([+_.-].*)?@.*");
    private static final Set<String> TO_MANY = Set.of("bulk", "list", "junk", "auto_reply");

    private final MimeMessage message;
    private final MailSettings settings;

    LetterHeader(MimeMessage message, MailSettings settings) {
        this.message = message;
        this.settings = settings;
    }

    /** Whether a person may have written it to us alone. */
    void isOfAPerson() throws MessagingException, SetAside {
        var from = address().orElse("");
        if (!from.isEmpty() && isOurs(from.toLowerCase(Locale.ROOT))) {
            throw new SetAside(Aside.OURS);
        }
        if (SERVER.matcher(from).matches()
                || comesBack()
                || first("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")) {
            throw new SetAside(Aside.BOUNCE);
        }
        if (!Set.of("", "no").contains(first("Auto-Submitted").toLowerCase(Locale.ROOT))
                || has("X-Autoreply", "X-Autorespond", "X-Auto-Response-For")) {
            throw new SetAside(Aside.AUTOMATIC);
        }
        if (has("List-Id", "List-Post", "List-Unsubscribe", "Feedback-ID")
                || TO_MANY.contains(first("Precedence").toLowerCase(Locale.ROOT))) {
            throw new SetAside(Aside.LIST);
        }
    }

    /** Whoever sends it wants to hear nothing of it: the sign of every server. */
    private boolean comesBack() throws MessagingException {
        var paths = message.getHeader("Return-Path");
        return paths != null
                && Arrays.stream(paths).anyMatch(path -> path.strip().equals("<>"));
    }

    /** The address mail leaves from, and those it comes back to. */
    private boolean isOurs(String address) {
        var bounces = settings.bounceUser().toLowerCase(Locale.ROOT);
        var domain = "@" + settings.domain().toLowerCase(Locale.ROOT);
        return address.equalsIgnoreCase(settings.from())
                || address.equals(bounces + domain)
                || (address.startsWith(bounces + "+") && address.endsWith(domain));
    }

    /** Whom to answer: one address, and one that somebody reads. */
    Optional<String> answerTo() throws MessagingException {
        return address().filter(address -> !NOBODY.matcher(address).matches());
    }

    private Optional<String> address() throws MessagingException {
        return sender().map(InternetAddress::getAddress)
                .filter(address -> address.length() <= LONGEST_ADDRESS
                        && ADDRESS.matcher(address).matches());
    }

    /** What they call themselves. */
    Optional<String> name() throws MessagingException {
        return sender().map(InternetAddress::getPersonal)
                .map(name -> MailText.oneLine(name, LONGEST_NAME))
                .filter(name -> !name.isBlank());
    }

    String subject() throws MessagingException {
        return MailText.oneLine(MailText.header(first("Subject")), LONGEST_SUBJECT);
    }

    /** Nothing where there is none, or more than one: whoever names two is answered at neither. */
    private Optional<InternetAddress> sender() throws MessagingException {
        var told = message.getHeader("From");
        if (told == null || told.length != 1) {
            return Optional.empty();
        }
        try {
            // Eight-bit names, as old programs write them, become readable first.
            var all = InternetAddress.parseHeader(MailText.unfolded(told[0]), false);
            return all.length == 1 ? Optional.of(readable(all[0])) : Optional.empty();
        } catch (AddressException none) {
            return Optional.empty();
        }
    }

    private static InternetAddress readable(InternetAddress address) {
        var name = address.getPersonal();
        var copy = new InternetAddress();
        copy.setAddress(address.getAddress());
        try {
            copy.setPersonal(name == null ? null : MailText.header(name), StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return copy;
    }

    private boolean has(String... names) throws MessagingException {
        for (var name : names) {
            if (message.getHeader(name) != null) {
                return true;
            }
        }
        return false;
    }

    private String first(String name) throws MessagingException {
        var told = message.getHeader(name);
        return told == null || told.length == 0 ? "" : told[0].strip();
    }
}
