package org.minyi.desk.password;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Passwords in the engine: a slow hash, a policy, and no lock-out of the engine's own, which refuses the right password
 * too after three guesses by anybody. Passwords kept with an older hash are still known.
 */
@Component
class PasswordPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<InnerGuard> guard;

    PasswordPlugin(ObjectProvider<InnerGuard> guard) {
        this.guard = guard;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new SlowHash());
        configuration.setCustomPasswordChecker(List.of(new NoPassword()));
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(new PasswordRules());
        configuration.setIdentityProviderSessionFactory(new Guarded(guard));
    }

    private record Guarded(ObjectProvider<InnerGuard> guard) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new GuardedIdentities(guard);
        }
    }

    /**
     * Users and groups as the engine keeps them. A password is asked for inside too: by whoever changes their own, and by
     * a REST call that verifies anybody's.
     */
    private static final class GuardedIdentities extends DbIdentityServiceProvider {

        private final ObjectProvider<InnerGuard> guard;

        GuardedIdentities(ObjectProvider<InnerGuard> guard) {
            this.guard = guard;
        }

        @Override
        public boolean checkPassword(String userId, String password) {
            var user = findUserById(userId);
            if (user == null || password == null) {
                return false;
            }
            var throttle = guard.getObject();
            if (!throttle.mayTry(userId) || !matchPassword(password, user)) {
                return false;
            }
            throttle.wasRight(userId);
            return true;
        }
    }
}
