package org.minyi.desk.login;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password that nobody knows and nobody guesses. A user without any makes the engine fail instead of refusing. */
final class UnknownPassword {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private UnknownPassword() {}

    static String next() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
