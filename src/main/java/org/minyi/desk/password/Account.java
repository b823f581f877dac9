package org.minyi.desk.password;

import org.apache.commons.codec.digest.DigestUtils;
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
        return DigestUtils.sha256Hex(hash);
    }

    @Override
    public String toString() {
        return "Account[" + userId + "]";
    }
}
