package org.minyi.channel.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as it travels: one payload, or several, each with the header that says which message it belongs to and where
 * (3GPP TS 23.040, 9.2.3.24.1). A payload is at most 140 octets: 70 Chinese characters, or 67 in each of several.
 */
public final class TextParts {

    /** How the characters are written. */
    public enum Alphabet {
        /** Letters, digits and marks that are the same in ASCII and in the GSM alphabet: one octet each. */
        PLAIN,
        /** Everything else: two octets each. */
        UCS2
    }

    private static final Pattern SAME_EVERYWHERE = Pattern.compile("[A-Za-z0-9 \\r\\n!\"#%&'()*+,\\-./:;<=>?]*");
    private static final int PLAIN_ALONE = 160;
    private static final int PLAIN_PART = 153;
    private static final int UCS2_ALONE = 70;
    private static final int UCS2_PART = 67;
    private static final int MOST_PARTS = 255;

    private final Alphabet alphabet;
    private final List<byte[]> payloads;

    private TextParts(Alphabet alphabet, List<byte[]> payloads) {
        this.alphabet = alphabet;
        this.payloads = payloads;
    }

    /**
     * A text, ready to travel.
     *
     * @param reference what the parts of one message have in common; its lowest eight bits are used
     * @throws IllegalArgumentException if the text needs more than 255 parts
     */
    public static TextParts of(String text, int reference) {
        var alphabet = alphabetOf(text);
        var cuts = cuts(text, alphabet);
        if (cuts.size() == 1) {
            return new TextParts(alphabet, List.of(encoded(text, alphabet)));
        }
        if (cuts.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "a text of %d characters is too long for an SMS".formatted(text.length()));
        }
        var payloads = new ArrayList<byte[]>();
        for (var part : cuts) {
            var said = encoded(part, alphabet);
            var payload = new byte[6 + said.length];
            payload[0] = 5;
            payload[2] = 3;
            payload[3] = (byte) reference;
            payload[4] = (byte) cuts.size();
            payload[5] = (byte) (payloads.size() + 1);
            System.arraycopy(said, 0, payload, 6, said.length);
            payloads.add(payload);
        }
        return new TextParts(alphabet, payloads);
    }

    /** Into how many parts a text goes, without putting them together. */
    public static int count(String text) {
        return cuts(text, alphabetOf(text)).size();
    }

    public Alphabet alphabet() {
        return alphabet;
    }

    /** In their order; with a header each where they are several. */
    public List<byte[]> payloads() {
        return payloads;
    }

    private static Alphabet alphabetOf(String text) {
        return SAME_EVERYWHERE.matcher(text).matches() ? Alphabet.PLAIN : Alphabet.UCS2;
    }

    private static List<String> cuts(String text, Alphabet alphabet) {
        var alone = alphabet == Alphabet.PLAIN ? PLAIN_ALONE : UCS2_ALONE;
        if (text.length() <= alone) {
            return List.of(text);
        }
        var most = alphabet == Alphabet.PLAIN ? PLAIN_PART : UCS2_PART;
        var cuts = new ArrayList<String>();
        var from = 0;
        while (from < text.length()) {
            var to = Math.min(from + most, text.length());
            // A phone that reads part by part would show two halves of a character.
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to--;
            }
            cuts.add(text.substring(from, to));
            from = to;
        }
        return cuts;
    }

    private static byte[] encoded(String text, Alphabet alphabet) {
        return text.getBytes(alphabet == Alphabet.PLAIN ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
    }
}
