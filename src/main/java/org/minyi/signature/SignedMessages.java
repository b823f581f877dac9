package org.minyi.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Messages signed as Standard Webhooks has it: HMAC-SHA256 over {@code id.timestamp.body}, written {@code v1,base64} in
 * a header. Whoever checks knows up to a few keys, so that one can be exchanged for another while both sides go on; the
 * first of them signs.
 */
public final class SignedMessages {

    public static final String ID = "webhook-id";
    /** Seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";
    /** One signature or several, a space between them. */
    public static final String SIGNATURE = "webhook-signature";

    /** How far the clocks of both sides may be apart, and how long a message may be on its way. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    /** A point parts id, timestamp and body: an id has none, or it could be moved into its neighbour. */
    private static final String AN_ID = "[A-Za-z0-9_-]{1,100}";
    /** What no honest sender reaches, and a flood of signatures does. */
    private static final int LONGEST_HEADER = 1_000;

    private final List<SigningKey> keys;
    private final Clock clock;

    /**
     * @param keys the first signs; every one of them is accepted
     * @throws IllegalArgumentException without a key: nothing would be genuine, and nothing could be signed
     */
    public SignedMessages(List<SigningKey> keys, Clock clock) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("messages cannot be signed without a key");
        }
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /**
     * What proves a message, beside it in its headers.
     *
     * @param id the same each time the message is sent again
     * @param timestamp when it was signed
     */
    public record Proof(String id, String timestamp, String signature) {}

    /** Signs a message, now. */
    public Proof sign(String id, byte[] body) {
        if (!isId(id)) {
            throw new IllegalArgumentException("an id of letters, digits, - and _ is expected, up to 100");
        }
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        return new Proof(id, timestamp, signature(keys.get(0), id, timestamp, body));
    }

    /**
     * Whether whoever sent this knows a key, and signed it within the last five minutes. It may still have been sent
     * before: whoever takes it keeps its id.
     *
     * @param proof what stood in the headers; each may be null
     */
    public boolean isGenuine(Proof proof, byte[] body) {
        if (!isId(proof.id()) || !isFresh(proof.timestamp()) || proof.signature() == null) {
            return false;
        }
        return proof.signature().length() <= LONGEST_HEADER && isSigned(proof, body);
    }

    /** Each signature is held against each key, however early one fits: time tells nothing. */
    private boolean isSigned(Proof proof, byte[] body) {
        var genuine = false;
        for (var key : keys) {
            var expected = bytes(signature(key, proof.id(), proof.timestamp(), body));
            for (var shown : proof.signature().split(" ", -1)) {
                genuine |= MessageDigest.isEqual(expected, bytes(shown));
            }
        }
        return genuine;
    }

    private boolean isFresh(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(age) <= FRESH.toSeconds();
    }

    private static boolean isId(String id) {
        return id != null && id.matches(AN_ID);
    }

    private static String signature(SigningKey key, String id, String timestamp, byte[] body) {
        var hmac = HmacUtils.getInitializedMac(HmacAlgorithms.HMAC_SHA_256, key.bytes());
        hmac.update(bytes(id + "." + timestamp + "."));
        return VERSION + Base64.getEncoder().encodeToString(hmac.doFinal(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
