package org.minyi.desk.door;

import org.minyi.desk.password.Accounts;
import org.springframework.stereotype.Component;

/** Of whom a second factor is wanted. */
@Component
class SecondFactorRoles {

    private final Accounts accounts;
    private final LoginSettings settings;

    SecondFactorRoles(Accounts accounts, LoginSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /** By the groups as they are now; one below the centre carries its unit after a dot. */
    boolean isWantedOf(String userId) {
        return !settings.secondFactorRoles().isEmpty()
                && accounts.groups(userId).stream()
                        .map(group -> group.replaceFirst("\\..*", ""))
                        .anyMatch(settings.secondFactorRoles()::contains);
    }
}
