package org.minyi.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Reads the bytes of a mail as a letter, or says why it is none. */
@Component
class LetterReading {

    static final int LARGEST = 25 * 1024 * 1024;
    /** Every part begins with a line that begins so. Counted before anybody makes a part of each. */
    private static final int MOST_LINES_LIKE_THAT = 1_000;

    private final MailSettings settings;

    LetterReading(MailSettings settings) {
        this.settings = settings;
    }

    IncomingLetter read(byte[] raw) throws SetAside {
        if (raw.length > LARGEST) {
            throw new SetAside(Aside.TOO_LARGE);
        }
        if (linesLikePartsOf(raw) > MOST_LINES_LIKE_THAT) {
            throw new SetAside(Aside.TANGLED);
        }
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            var header = new LetterHeader(message, settings);
            header.isOfAPerson();
            var parts = LetterParts.of(message);
            return new IncomingLetter(
                    what(message, raw),
                    header.answerTo().orElse(null),
                    header.name().orElse(null),
                    header.subject(),
                    parts.text(),
                    parts.files(),
                    parts.leftOut());
        } catch (MessagingException | IOException unreadable) {
            throw new SetAside(Aside.UNREADABLE);
        }
    }

    /**
     * What tells a mail from every other: who it says wrote it, what it calls itself, and all that is in it, but none of
     * the lines that servers add on the way. Not what it calls itself alone: that anybody can write.
     */
    static String what(byte[] raw) {
        try {
            return what(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)), raw);
        } catch (MessagingException unreadable) {
            return DigestUtils.sha256Hex(raw);
        }
    }

    private static String what(MimeMessage message, byte[] raw) throws MessagingException {
        var digest = DigestUtils.getSha256Digest();
        for (var name : new String[] {"From", "Message-ID", "Date", "Subject"}) {
            digest.update((name + Arrays.toString(message.getHeader(name)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        int end = raw.length;
        while (end > 0 && (raw[end - 1] == '\n' || raw[end - 1] == '\r')) {
            end--;
        }
        for (int at = bodyOf(raw); at < end; at++) {
            // Servers end lines, and letters, each in their own way.
            if (raw[at] != '\r') {
                digest.update(raw[at]);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int bodyOf(byte[] raw) {
        for (int at = 1; at < raw.length; at++) {
            if (raw[at] == '\n' && (raw[at - 1] == '\n' || (at > 2 && raw[at - 1] == '\r' && raw[at - 2] == '\n'))) {
                return at + 1;
            }
        }
        return raw.length;
    }

    private static int linesLikePartsOf(byte[] raw) {
        int lines = 0;
        for (int at = 2; at < raw.length; at++) {
            if (raw[at] == '-' && raw[at - 1] == '-' && raw[at - 2] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
