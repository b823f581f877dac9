package org.minyi.desk.password;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** PBKDF2 with HMAC-SHA-512: whoever steals the table of users tries a few passwords a second, not a billion. */
public final class SlowHash implements PasswordEncryptor {

    public static final String NAME = "PBKDF2-SHA512-210000";

    /** OWASP's figure for PBKDF2 with HMAC-SHA-512, 2023. It is part of the name: another figure is another name. */
    private static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder encoder = encoder();

    private static Pbkdf2PasswordEncoder encoder() {
        var encoder = new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
        encoder.setEncodeHashAsBase64(true);
        return encoder;
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
