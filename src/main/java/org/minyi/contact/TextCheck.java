package org.minyi.contact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds out over the whole file what its text is written in: UTF-8 or GB18030, and refuses what is neither. Looking at
 * the beginning alone would take a file for UTF-8 whose first Chinese name stands in line 9,000.
 */
final class TextCheck {

    static final char BYTE_ORDER_MARK = '\ufeff';
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BUFFER = 1 << 16;

    /** GB18030 bytes seldom look like one three-byte character of UTF-8, never like ten before the first mistake. */
    private static final int SURELY_UTF_8 = 10;

    private final Delivery delivery;
    private long wideCharacters;
    private boolean cut;

    private TextCheck(Delivery delivery) {
        this.delivery = delivery;
    }

    /** The charset of the delivery. */
    static Charset charsetOf(Delivery delivery) throws IOException {
        return new TextCheck(delivery).find();
    }

    private Charset find() throws IOException {
        refuseKnownBinaries();
        var declared = delivery.declared();
        if (declared != null) {
            if (!reads(declared)) {
                throw cut
                        ? cutOff()
                        : RefusedDelivery.unreadable(
                                "The file is not written in %s as its Content-Type says.".formatted(declared.name()));
            }
            return declared;
        }
        if (reads(StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (wideCharacters >= SURELY_UTF_8) {
            throw cut ? cutOff() : RefusedDelivery.unreadable("The file is UTF-8 but damaged; please send it again.");
        }
        if (!reads(GB18030)) {
            throw cut ? cutOff() : binary();
        }
        return GB18030;
    }

    private void refuseKnownBinaries() throws IOException {
        var start = ByteBuffer.allocate(4);
        delivery.rewind().read(start);
        start.flip();
        if (start.remaining() >= 2 && start.get(0) == 'P' && start.get(1) == 'K') {
            throw RefusedDelivery.unreadable(
                    "The file is an Excel workbook or another archive; please save it as CSV.");
        }
        if (start.remaining() >= 2 && (start.getShort(0) == (short) 0xfffe || start.getShort(0) == (short) 0xfeff)) {
            throw RefusedDelivery.unreadable("The file is written in UTF-16; UTF-8 or GB18030 is expected.");
        }
    }

    private boolean reads(Charset charset) throws IOException {
        wideCharacters = 0;
        cut = false;
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return decodes(delivery.rewind(), decoder);
    }

    private boolean decodes(FileChannel channel, CharsetDecoder decoder) throws IOException {
        var bytes = ByteBuffer.allocate(BUFFER);
        var text = CharBuffer.allocate(BUFFER);
        boolean end = false;
        while (!end) {
            end = channel.read(bytes) < 0;
            bytes.flip();
            var result = decoder.decode(bytes, text, end);
            look(text);
            if (result.isError()) {
                // What is wrong reaches to the very end of the file: its last character was cut in two.
                cut = bytes.remaining() <= result.length() && channel.read(ByteBuffer.allocate(1)) < 0;
                return false;
            }
            bytes.compact();
        }
        return true;
    }

    private void look(CharBuffer text) {
        text.flip();
        while (text.hasRemaining()) {
            char sign = text.get();
            if (sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != '\f') {
                throw binary();
            }
            if (sign >= 0x800) {
                wideCharacters++;
            }
        }
        text.clear();
    }

    private static RefusedDelivery binary() {
        return RefusedDelivery.unreadable("The file is binary: text in UTF-8 or GB18030 is expected.");
    }

    private static RefusedDelivery cutOff() {
        return RefusedDelivery.unreadable("The file is cut off in the middle of a character; nothing was taken over.");
    }
}
