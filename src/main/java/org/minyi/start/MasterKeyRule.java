package org.minyi.start;

import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;

/** What may be the key over all keys of the identities: nothing that somebody could guess or find printed anywhere. */
public final class MasterKeyRule {

    private static final int BYTES = 32;
    /** 32 random bytes hold about 30 different ones. */
    private static final int FEWEST_DIFFERENT = 16;

    private MasterKeyRule() {}

    /** What is wrong with it, in one sentence that does not repeat it. */
    public static Optional<String> fault(String name, String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.of(name + " is missing; make one with: openssl rand -base64 32, keep a copy in a safe place"
                    + " and set it in the environment.");
        }
        try {
            var key = Base64.getDecoder().decode(typed.strip());
            if (key.length != BYTES) {
                return Optional.of(name + " holds " + key.length + " bytes; 32 bytes in base64 are expected"
                        + " (openssl rand -base64 32).");
            }
            return isTrivial(key)
                    ? Optional.of(name + " is not random; make one with: openssl rand -base64 32")
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.of(name + " is not base64; 32 bytes in base64 are expected (openssl rand -base64 32).");
        }
    }

    /** Few different bytes, a sentence, or counting. */
    private static boolean isTrivial(byte[] key) {
        var different = new HashSet<Byte>();
        var printable = true;
        var counting = true;
        for (var at = 0; at < key.length; at++) {
            different.add(key[at]);
            printable &= key[at] >= ' ' && key[at] < 127;
            counting &= at < 2 || (byte) (key[at] - key[at - 1]) == (byte) (key[1] - key[0]);
        }
        return different.size() < FEWEST_DIFFERENT || printable || counting;
    }
}
