package org.minyi.desk.password;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** What stands in the place of a password nobody was given. A user without any makes the engine fail, not refuse. */
public final class NoPassword implements PasswordEncryptor {

    private static final String NAME = "NONE";

    /** Whoever shows any password as this user is wrong. */
    public static void to(User user) {
        ((UserEntity) user).setDbPassword("{" + NAME + "}");
    }

    @Override
    public String encrypt(String password) {
        return "";
    }

    @Override
    public boolean check(String password, String encrypted) {
        return false;
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
