package org.minyi.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A key that two sides share. Written as Standard Webhooks has it, {@code whsec_} and base64 of 24 to 64 bytes, or as a
 * text of at least 32 characters, which counts byte by byte.
 */
public final class SigningKey {

    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int SHORTEST_TEXT = 32;

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException for what somebody could guess; nothing of it is repeated
     */
    public static SigningKey of(String written) {
        if (written != null && written.startsWith(PREFIX)) {
            return new SigningKey(decoded(written.substring(PREFIX.length())));
        }
        if (written == null || written.length() < SHORTEST_TEXT) {
            throw new IllegalArgumentException(
                    "a key of at least 32 characters is expected, or whsec_ and base64 of 24 to 64 bytes");
        }
        return new SigningKey(written.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("what follows whsec_ is not base64");
        }
        if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "the key after whsec_ has %d bytes; 24 to 64 are expected".formatted(bytes.length));
        }
        return bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Shows nothing: keys must not reach a log. */
    @Override
    public String toString() {
        return "SigningKey[sealed]";
    }
}
