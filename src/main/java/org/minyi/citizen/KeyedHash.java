package org.minyi.citizen;

import org.springframework.stereotype.Service;

/**
 * Hashes that nobody makes without Minyi's keys: for what is handed to people as a secret and found again by it, so that
 * a copy of the database is not enough to try all that a short secret can be.
 */
@Service
public class KeyedHash {

    private final Keyring keys;

    KeyedHash(Keyring keys) {
        this.keys = keys;
    }

    /**
     * HMAC-SHA256, 32 bytes.
     *
     * @param purpose what it is for, {@code room.thing}: the same text gives another hash for another purpose
     */
    public byte[] of(String purpose, String text) {
        return keys.lookup().secret(purpose, text);
    }
}
