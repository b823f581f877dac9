package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the packed parts of a PDF come to, found by the word that begins each and unpacked into nothing. Those that
 * hold the file together a reader unpacks whole while it opens the file: they are kept shorter, and packed one way only.
 */
final class PackedStreams {

    /** Of all parts together, in bytes. */
    private static final long MOST = 400_000_000;
    /** Of one; a page as a picture of 20 million pixels comes to 60 million. */
    private static final long MOST_OF_ONE = 100_000_000;
    /** Of one that holds the file together; a register of a hundred thousand objects comes to two million. */
    private static final long MOST_OF_A_REGISTER = 16_000_000;

    private static final int PIECE = 64 * 1024;
    private static final int ONE_IN_ANOTHER = 1024;
    private static final int LONGEST_HEAD = 2_000;
    private static final String STREAM = "stream";

    /** A name may be written with numbers for its letters: what is hidden so is taken for the worst. */
    private static final Pattern REGISTER = Pattern.compile("/ObjStm|/XRef|/Type\\s*/\\w*#");

    private static final Pattern FILTER = Pattern.compile("/Filter|/F#|/#46");
    private static final Pattern PLAINLY_PACKED = Pattern.compile("/Filter\\s*(\\[\\s*)?/FlateDecode\\s*[]/>]");

    private final byte[] pdf;
    private final String text;
    private long counted;

    private PackedStreams(byte[] pdf) {
        this.pdf = pdf;
        this.text = new String(pdf, ISO_8859_1);
    }

    static void measure(byte[] pdf) throws NotTaken {
        new PackedStreams(pdf).measure();
    }

    private void measure() throws NotTaken {
        for (int at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + STREAM.length())) {
            var before = text.substring(Math.max(0, at - LONGEST_HEAD), at);
            var head = before.substring(Math.max(0, before.lastIndexOf(" obj")));
            var register = REGISTER.matcher(head).find();
            if (register
                    && FILTER.matcher(head).find()
                    && !PLAINLY_PACKED.matcher(head).find()) {
                throw new NotTaken(Refusal.BOMB);
            }
            int from = at + STREAM.length();
            while (from < pdf.length && (pdf[from] == '\r' || pdf[from] == '\n' || pdf[from] == ' ')) {
                from++;
            }
            count(from, register ? MOST_OF_A_REGISTER : MOST_OF_ONE);
        }
    }

    private void count(int from, long atMost) throws NotTaken {
        if (!isPacked(pdf, from, pdf.length)) {
            return;
        }
        var piece = new byte[PIECE];
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            long unpacked = 0;
            for (int got = inflater.inflate(piece); got > 0; got = inflater.inflate(piece)) {
                if (unpacked == 0 && isPackedAgain(piece, got)) {
                    throw new NotTaken(Refusal.BOMB);
                }
                unpacked += got;
                counted += got;
                if (unpacked > atMost || counted > MOST) {
                    throw new NotTaken(Refusal.BOMB);
                }
            }
        } catch (DataFormatException broken) {
            // Not packed this way after all: whoever opens the file sees.
            return;
        } finally {
            inflater.end();
        }
    }

    /** One in another: no page needs it, and every reader would unpack both. */
    private static boolean isPackedAgain(byte[] piece, int length) {
        if (!isPacked(piece, 0, length)) {
            return false;
        }
        var inner = new Inflater();
        try {
            inner.setInput(piece, 0, length);
            return inner.inflate(new byte[ONE_IN_ANOTHER]) == ONE_IN_ANOTHER;
        } catch (DataFormatException chance) {
            return false;
        } finally {
            inner.end();
        }
    }

    /** A zlib header: two bytes that divide by 31, the first of them with method 8. */
    private static boolean isPacked(byte[] bytes, int from, int to) {
        return to - from > 2
                && (bytes[from] & 0x0f) == 8
                && (((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff)) % 31 == 0;
    }
}
