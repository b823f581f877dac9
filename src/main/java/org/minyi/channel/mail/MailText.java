package org.minyi.channel.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Text as mails carry it, made readable: what they say of their characters is often wrong, and what old programs wrote in
 * Chinese is most often GB18030 under a smaller name.
 */
final class MailText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> CHINESE =
            Set.of("gb2312", "gbk", "gb18030", "cp936", "x-gbk", "ms936", "gb_2312-80", "euc-cn", "x-cp20936");
    /** What programs say that do not know better. */
    private static final Set<String> NOTHING_SAID =
            Set.of("", "us-ascii", "ascii", "iso-8859-1", "utf-8", "utf8", "unknown-8bit");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\p{Cs}\\ufffe\\uffff]");
    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]+");
    private static final int LONGEST_HTML = 2_000_000;

    private MailText() {}

    /** The characters, whatever happens; what cannot be read shows as such. */
    static String decoded(byte[] bytes, String charset) {
        var named = charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT);
        if (CHINESE.contains(named)) {
            return strictly(bytes, GB18030)
                    .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                    .orElseGet(() -> new String(bytes, GB18030));
        }
        if (NOTHING_SAID.contains(named) || !isKnown(named)) {
            return strictly(bytes, StandardCharsets.UTF_8)
                    .or(() -> strictly(bytes, GB18030))
                    .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
        }
        return new String(bytes, Charset.forName(named));
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException nonsense) {
            return false;
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** A header line, encoded as it should be (RFC 2047) or as bytes that nobody named. */
    static String header(String told) {
        var line = unfolded(told);
        if (line.chars().anyMatch(one -> one > 0x7f && one <= 0xff)
                && line.chars().allMatch(one -> one <= 0xff)) {
            return decoded(line.getBytes(StandardCharsets.ISO_8859_1), null);
        }
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException unknown) {
            return line;
        }
    }

    static String unfolded(String told) {
        return FOLDED.matcher(told).replaceAll(" ");
    }

    /** HTML as the text a reader sees; whatever would run, load or style is gone. */
    static String ofHtml(String html) {
        var page = Jsoup.parse(html.length() > LONGEST_HTML ? html.substring(0, LONGEST_HTML) : html);
        page.outputSettings().prettyPrint(false);
        page.select("script, style, head, noscript, template, object, svg").remove();
        page.select("p, div, tr, li, h1, h2, h3, h4, h5, h6, blockquote").prepend("\n");
        page.select("td, th").append("\t");
        return tidy(page.wholeText());
    }

    /** Without control characters, and with no more than one empty line at a time. */
    static String tidy(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    static String oneLine(String text, int atMost) {
        var line = tidy(text).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= atMost
                ? line
                : line.substring(0, line.offsetByCodePoints(0, atMost));
    }
}
