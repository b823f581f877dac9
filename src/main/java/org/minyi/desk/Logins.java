package org.minyi.desk;

import java.util.Collection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.minyi.desk.password.Accounts;
import org.springframework.stereotype.Service;

/** Passwords of the people who work at the desk. Whoever was enlisted cannot log in before one was given. */
@Service
public class Logins {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final Accounts accounts;

    Logins(IdentityService identity, ProcessEngineConfigurationImpl engine, Accounts accounts) {
        this.identity = identity;
        this.engine = engine;
        this.accounts = accounts;
    }

    /**
     * Gives all of them this password, in one go and whatever the policy says. It is hashed once: a slow hash for each of
     * a whole city would take a minute.
     */
    public void give(Collection<String> userIds, String password) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            accounts.give(
                    identity.createUserQuery()
                            .userIdIn(userIds.toArray(String[]::new))
                            .unlimitedList(),
                    password);
            return null;
        });
    }
}
