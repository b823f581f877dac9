package org.minyi.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** How a link follows from the one before: the trigger's rule (V101), told a second time so that it can be checked. */
final class Chain {

    /** What stands before the first link. */
    static final String BEGINNING = "0".repeat(64);

    /** PostgreSQL counts from here. */
    private static final long EPOCH_SECONDS =
            OffsetDateTime.parse("2000-01-01T00:00:00Z").toEpochSecond();

    private static final long MICROS = 1_000_000;

    private Chain() {}

    /** In hex, like the one before. */
    static String hash(String before, long position, KeptFact fact) {
        var sha = DigestUtils.getSha256Digest();
        sha.update(HexFormat.of().parseHex(before));
        sha.update(eight(position));
        sha.update(sixteen(fact.id()));
        sha.update(eight(micros(fact.at())));
        part(sha, fact.deed());
        part(sha, fact.by());
        sha.update(fact.matter() == null ? new byte[16] : sixteen(fact.matter()));
        part(sha, fact.told());
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The number of bytes, then the bytes: the same letters over other columns are other bytes. */
    private static void part(MessageDigest sha, String text) {
        if (text != null) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
    }

    private static long micros(OffsetDateTime at) {
        if (at == null || at.isEqual(OffsetDateTime.MAX)) {
            return Long.MAX_VALUE;
        }
        return at.isEqual(OffsetDateTime.MIN)
                ? Long.MIN_VALUE
                : (at.toEpochSecond() - EPOCH_SECONDS) * MICROS + at.getNano() / 1000;
    }

    private static byte[] eight(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    private static byte[] sixteen(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
