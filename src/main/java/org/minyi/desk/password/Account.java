package org.minyi.desk.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * A user of the engine as far as passwords go.
 *
 * @param hash the stored hash with the name of its kind before it; nothing when there never was one
 */
public record Account(String userId, String hash, String salt) {

    static Account of(UserEntity user) {
        return new Account(user.getId(), user.getPassword() == null ? "" : user.getPassword(), user.getSalt());
    }

    boolean isCurrent() {
        return hash.startsWith("{" + SlowHash.NAME + "}");
    }

    /** Another one after every change of the password, and nothing that gives the hash away. */
    public String stamp() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Account[" + userId + "]";
    }
}
