package org.minyi.desk.password;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Passwords in the engine: a slow hash, a policy, and no lock-out of the engine's own, which refuses the right password
 * too after three guesses by anybody. Passwords kept with an older hash are still known.
 */
@Component
class PasswordPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<InnerGuard> guard;
    private final ObjectProvider<Evidence> evidence;

    PasswordPlugin(ObjectProvider<InnerGuard> guard, ObjectProvider<Evidence> evidence) {
        this.guard = guard;
        this.evidence = evidence;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(new SlowHash());
        configuration.setCustomPasswordChecker(List.of(new NoPassword()));
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(new PasswordRules());
        configuration.setIdentityProviderSessionFactory(new Guarded(guard, evidence));
    }

    private record Guarded(ObjectProvider<InnerGuard> guard, ObjectProvider<Evidence> evidence)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new GuardedIdentities(guard, evidence);
        }
    }

    /**
     * Users and groups as the engine keeps them. A password is asked for inside too: by whoever changes their own, and by
     * a REST call that verifies anybody's.
     */
    private static final class GuardedIdentities extends DbIdentityServiceProvider {

        private final ObjectProvider<InnerGuard> guard;
        private final ObjectProvider<Evidence> evidence;

        GuardedIdentities(ObjectProvider<InnerGuard> guard, ObjectProvider<Evidence> evidence) {
            this.guard = guard;
            this.evidence = evidence;
        }

        /** The engine's log of operations says that a user was changed, and not that it was the password. */
        @Override
        public IdentityOperationResult saveUser(User user) {
            var changes = user instanceof UserEntity known && known.getRevision() > 0 && known.hasNewPassword();
            var saved = super.saveUser(user);
            if (changes) {
                var by = Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                        .orElse(Fact.MINYI);
                evidence.getObject().keep(Fact.of(Deed.PASSWORD_CHANGED, by).witness("account", user.getId()));
            }
            return saved;
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
