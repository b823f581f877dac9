package org.minyi.citizen;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key over all keys. It stands outside the database: in the environment, or beside the embedded database. It seals
 * the keys in citizen.data_key and nothing else.
 */
@Component
final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey key;

    @Autowired
    MasterKey(@Value("${minyi.master-key:}") String base64) {
        this(bytes(base64));
    }

    private MasterKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** The key in a text, or nothing when there are not 32 bytes in it. */
    static Optional<MasterKey> read(String base64) {
        return decoded(base64).map(MasterKey::new);
    }

    byte[] wrap(int keyId, KeyPurpose purpose, byte[] dataKey) {
        return Envelope.encrypt(key, about(keyId, purpose), dataKey);
    }

    /**
     * The key inside.
     *
     * @throws WrongMasterKey when it was wrapped under another master key, or for another id or purpose
     */
    byte[] unwrap(int keyId, KeyPurpose purpose, byte[] wrapped) {
        return Envelope.decrypt(key, about(keyId, purpose), wrapped, 0).orElseThrow(WrongMasterKey::new);
    }

    private static byte[] about(int keyId, KeyPurpose purpose) {
        return Envelope.utf8("minyi citizen.data_key " + keyId + " " + purpose);
    }

    private static byte[] bytes(String base64) {
        return decoded(base64)
                .orElseThrow(() -> new WrongMasterKey("The master key of the identities is missing or not 32 bytes in"
                        + " base64; set MINYI_MASTER_KEY in the environment (openssl rand -base64 32)."));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == BYTES ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MasterKey master && Arrays.equals(key.getEncoded(), master.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "MasterKey[sealed]";
    }
}
