package org.minyi.citizen;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;

/**
 * Ids as tokens that a stranger may hold: 128 bits, 22 characters. An id is one block of AES-256 under a key that is
 * derived for the purpose; so nothing has to be kept to know a token again, nobody tells an id from its token, and
 * whoever guesses hits one of n tokens with n chances in 2^128.
 */
@Service
public class IdCipher {

    private static final int BLOCK = 16;
    /** One block and nothing after it: there is nothing that another beginning could hide. */
    private static final IvParameterSpec NOTHING_BEFORE = new IvParameterSpec(new byte[BLOCK]);

    private final Keyring keys;

    IdCipher(Keyring keys) {
        this.keys = keys;
    }

    /**
     * The token of an id: letters, digits, - and _.
     *
     * @param purpose what the token opens, {@code room.thing}: for another purpose it opens nothing
     */
    public String token(String purpose, UUID id) {
        var plain = ByteBuffer.allocate(BLOCK)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(once(Cipher.ENCRYPT_MODE, purpose, plain));
    }

    /** The id that has this token; any other id for a token that was made up, and nothing for what is none. */
    public Optional<UUID> id(String purpose, String token) {
        if (token == null || !token.matches("[A-Za-z0-9_-]{22}")) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        var plain = ByteBuffer.wrap(once(Cipher.DECRYPT_MODE, purpose, sealed));
        return Optional.of(new UUID(plain.getLong(), plain.getLong()));
    }

    private byte[] once(int way, String purpose, byte[] block) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(way, new SecretKeySpec(keys.lookup().secret("token", purpose), "AES"), NOTHING_BEFORE);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES", impossible);
        }
    }
}
