package org.minyi.citizen.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text that is nothing but text: UTF-8 or what Chinese computers wrote before it, without anything a program runs. */
final class PlainText {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(!doctype|html|head|body|script|svg|iframe|object|embed|meta|link|style|form|\\?xml|\\?php|%)",
            Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static boolean isText(byte[] content) {
        return decoded(content).isPresent();
    }

    static byte[] utf8(byte[] content) throws NotTaken {
        var text = decoded(content).orElseThrow(() -> new NotTaken(Refusal.DAMAGED));
        if (MARKUP.matcher(text).find()) {
            throw new NotTaken(Refusal.ACTIVE);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> decoded(byte[] content) {
        for (var charset : CHARSETS) {
            var text = decoded(content, charset).filter(one -> one.chars().noneMatch(PlainText::isControl));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && "\n\r\t\f".indexOf(character) < 0;
    }
}
