package org.minyi.citizen;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random nonce of 96 bits before the text and a tag of 128 bits behind it. */
final class Envelope {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;

    /** Making one costs more than using it. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Envelope::cipher);

    private static final ThreadLocal<Nonces> NONCES = ThreadLocal.withInitial(Nonces::new);

    private Envelope() {}

    static byte[] encrypt(SecretKey key, byte[] about, byte[] text) {
        return encrypt(key, about, text, 0);
    }

    /** With so many bytes left free in front for the caller. */
    static byte[] encrypt(SecretKey key, byte[] about, byte[] text, int head) {
        var sealed = new byte[head + NONCE + text.length + TAG];
        NONCES.get().into(sealed, head);
        try {
            var cipher = CIPHERS.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, sealed, head, NONCE));
            cipher.updateAAD(about);
            cipher.doFinal(text, 0, text.length, sealed, head + NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /** What is inside, or nothing when the key or what it is about is another, or a bit was changed. */
    static Optional<byte[]> decrypt(SecretKey key, byte[] about, byte[] sealed, int head) {
        if (sealed.length < head + NONCE + TAG) {
            return Optional.empty();
        }
        try {
            var cipher = CIPHERS.get();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, sealed, head, NONCE));
            cipher.updateAAD(about);
            return Optional.of(cipher.doFinal(sealed, head + NONCE, sealed.length - head - NONCE));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("opening failed", impossible);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no AES-GCM", impossible);
        }
    }

    /** Random bytes drawn some hundred nonces at a time. Each is given out once. */
    private static final class Nonces {

        private final SecureRandom random = new SecureRandom();
        private final byte[] drawn = new byte[NONCE * 256];
        private int next = drawn.length;

        void into(byte[] target, int at) {
            if (next == drawn.length) {
                random.nextBytes(drawn);
                next = 0;
            }
            System.arraycopy(drawn, next, target, at, NONCE);
            Arrays.fill(drawn, next, next + NONCE, (byte) 0);
            next += NONCE;
        }
    }
}
