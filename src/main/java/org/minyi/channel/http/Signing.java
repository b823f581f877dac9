package org.minyi.channel.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** How gateways want it proved that a message comes from who it says. A plain hash holds the secret in what it is of. */
public enum Signing {
    NONE,
    MD5,
    SHA256,
    HMAC_SHA1,
    HMAC_SHA256;

    /** How the proof is written. */
    public enum Encoding {
        HEX,
        UPPER_HEX,
        BASE64;

        private String of(byte[] proof) {
            return switch (this) {
                case HEX -> Hex.encodeHexString(proof);
                case UPPER_HEX -> Hex.encodeHexString(proof, false);
                case BASE64 -> new String(Base64.getEncoder().encode(proof), StandardCharsets.US_ASCII);
            };
        }
    }

    public String of(String secret, String text, Encoding encoding) {
        return encoding.of(proof(secret, text));
    }

    private byte[] proof(String secret, String text) {
        return switch (this) {
            case NONE -> new byte[0];
            case MD5 -> DigestUtils.md5(text);
            case SHA256 -> DigestUtils.sha256(text);
            case HMAC_SHA1 -> new HmacUtils(HmacAlgorithms.HMAC_SHA_1, secret).hmac(text);
            case HMAC_SHA256 -> new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmac(text);
        };
    }
}
