package org.minyi.desk;

import java.util.Collection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Service;

/** Passwords of the people who work at the desk. Whoever was enlisted cannot log in before one was given. */
@Service
public class Logins {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    Logins(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /** Gives all of them this password, in one go. */
    public void give(Collection<String> userIds, String password) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            var users = identity.createUserQuery()
                    .userIdIn(userIds.toArray(String[]::new))
                    .unlimitedList();
            for (var user : users) {
                user.setPassword(password);
                identity.saveUser(user);
            }
            return null;
        });
    }
}
