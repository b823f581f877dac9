package org.minyi.desk.password;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Service;

/** The engine's users, whoever asks: nobody is logged in yet when they are looked up. */
@Service
public class Accounts {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    Accounts(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    public Optional<Account> find(String userId) {
        return asNobody(command -> Optional.ofNullable(
                        command.getReadOnlyIdentityProvider().findUserById(userId)))
                .map(user -> Account.of((UserEntity) user));
    }

    public List<String> groups(String userId) {
        return asNobody(command ->
                        identity.createGroupQuery().groupMember(userId).unlimitedList())
                .stream()
                .map(Group::getId)
                .toList();
    }

    boolean matches(Account account, String password) {
        var salted = EncryptionUtil.saltPassword(password, account.salt());
        return account.hash().startsWith("{") && engine.getPasswordManager().check(salted, account.hash());
    }

    /** Keeps the same password with today's hash. */
    void keepAnew(Account account, String password) {
        asNobody(command -> {
            var user = command.getReadOnlyIdentityProvider().findUserById(account.userId());
            give(List.of(user), password);
            return null;
        });
    }

    /** Hashed once for all of them, and whatever the policy says; within an engine command. */
    public void give(Collection<? extends User> users, String password) {
        var salt = engine.getSaltGenerator().generateSalt();
        var hash = engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt));
        for (var user : users) {
            ((UserEntity) user).setSalt(salt);
            ((UserEntity) user).setDbPassword(hash);
            identity.saveUser(user);
        }
    }

    private <T> T asNobody(Command<T> question) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> question.execute(command)));
    }
}
