package org.minyi.desk.door;

import java.util.Optional;
import org.minyi.desk.password.Account;
import org.minyi.desk.password.Accounts;
import org.minyi.organisation.Members;
import org.springframework.stereotype.Component;

/**
 * Whom others may vouch for: the city's directory and provider know people whom nobody let in here, and may call one of
 * them like a user of the engine's who is nobody's, the one that keeps its set-up page shut.
 */
@Component
class Belonging {

    private final Accounts accounts;
    private final Members members;

    Belonging(Accounts accounts, Members members) {
        this.accounts = accounts;
        this.members = members;
    }

    Optional<Account> member(String userId) {
        return accounts.find(userId)
                .filter(account -> members.find(account.userId()).isPresent());
    }
}
