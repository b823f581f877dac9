package org.minyi.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of one letter: its text, and what is attached. Read once, from the outside in. */
final class LetterParts {

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;
    private static final int LONGEST_TEXT = 200_000;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<IncomingLetter.File> files = new ArrayList<>();
    private int leftOut;
    private int seen;

    private LetterParts() {}

    static LetterParts of(MimeMessage message) throws MessagingException, IOException, SetAside {
        var parts = new LetterParts();
        parts.look(message, 1);
        return parts;
    }

    /** As it was written, or made text of HTML where that is all there is. */
    String text() {
        var text = MailText.tidy(plain.toString());
        return text.isEmpty() ? MailText.ofHtml(html.toString()) : text;
    }

    List<IncomingLetter.File> files() {
        return files;
    }

    int leftOut() {
        return leftOut;
    }

    private void look(MimePart part, int depth) throws MessagingException, IOException, SetAside {
        if (depth > DEEPEST || ++seen > MOST_PARTS) {
            throw new SetAside(Aside.TANGLED);
        }
        var type = type(part);
        if (type.match("multipart/*") && parts(part) instanceof Multipart inner) {
            for (int at = 0; at < inner.getCount(); at++) {
                look((MimePart) inner.getBodyPart(at), depth + 1);
            }
        } else if (isText(part, type)) {
            read(part, type);
        } else if (files.size() < MOST_FILES) {
            files.add(new IncomingLetter.File(name(part), bytes(part)));
        } else {
            leftOut++;
        }
    }

    /** A letter that says it has parts and has none is text that somebody may still read. */
    private static Object parts(MimePart part) throws MessagingException, IOException {
        try {
            var content = part.getContent();
            return content instanceof Multipart inner && inner.getCount() > 0 ? inner : null;
        } catch (MessagingException | IOException broken) {
            return null;
        }
    }

    private static boolean isText(MimePart part, ContentType type) throws MessagingException {
        return (type.match("text/plain") || type.match("text/html") || type.match("multipart/*"))
                && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part))
                && name(part) == null;
    }

    private void read(MimePart part, ContentType type) throws MessagingException {
        var into = type.match("text/html") ? html : plain;
        if (into.length() < LONGEST_TEXT) {
            var text = MailText.decoded(bytes(part), type.getParameter("charset"));
            into.append(text, 0, Math.min(text.length(), LONGEST_TEXT - into.length()))
                    .append('\n');
        }
    }

    private static ContentType type(MimePart part) throws MessagingException {
        try {
            return new ContentType(part.getContentType().toLowerCase(Locale.ROOT));
        } catch (jakarta.mail.internet.ParseException nonsense) {
            return new ContentType("text", "plain", null);
        }
    }

    private static String disposition(MimePart part) {
        try {
            return part.getDisposition();
        } catch (MessagingException nonsense) {
            return null;
        }
    }

    private static String name(MimePart part) {
        try {
            var name = part.getFileName();
            return name == null ? null : MailText.header(name);
        } catch (MessagingException nonsense) {
            return "file";
        }
    }

    /** As it was before it travelled; where its coding is broken, as it arrived. */
    private static byte[] bytes(MimePart part) throws MessagingException {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException broken) {
            return raw(part);
        }
    }

    private static byte[] raw(MimePart part) throws MessagingException {
        try (InputStream in = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new MessagingException("a part of a letter cannot be read", broken);
        }
    }
}
