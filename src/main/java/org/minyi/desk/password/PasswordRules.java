package org.minyi.desk.password;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.minyi.start.CommonPasswords;

/**
 * Which passwords are taken: ten characters, none of the user's names in it, none that everybody knows. Nothing about
 * kinds of characters: such rules bring forth Passw0rd!.
 */
public final class PasswordRules implements PasswordPolicy {

    private static final int SHORTEST = 10;

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl(), new NotCommon());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    private static final class NotCommon implements PasswordPolicyRule {

        /** Admin looks this up as a key and shows it as it is when there is none. */
        @Override
        public String getPlaceholder() {
            return "The password must not be one that everybody knows. 密码不能是常见密码。";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String candidate) {
            return !CommonPasswords.know(candidate);
        }

        @Override
        public boolean execute(String candidate, User user) {
            return execute(candidate);
        }
    }
}
