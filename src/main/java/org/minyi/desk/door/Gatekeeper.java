package org.minyi.desk.door;

import org.minyi.desk.password.Accounts;
import org.minyi.desk.password.InnerGuard;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/** Looks at a name and a password, after it has counted that somebody shows them. */
@Service
class Gatekeeper implements InnerGuard {

    /** A slow hash of a megabyte would be very slow. */
    private static final int LONGEST = 256;

    private static final String INSIDE = "inside";

    private final AuthenticationManager passwords;
    private final Accounts accounts;
    private final Throttle throttle;

    Gatekeeper(AuthenticationManager passwords, Accounts accounts, Throttle throttle) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.throttle = throttle;
    }

    Knock knock(String account, String password, String source) {
        if (account.isBlank() || account.length() > LONGEST || password.isEmpty() || password.length() > LONGEST) {
            return new Knock.Wrong();
        }
        return throttle.enter(account, source) ? looked(account, password, source) : new Knock.TooMany();
    }

    private Knock looked(String account, String password, String source) {
        try {
            var found = passwords
                    .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(account, password))
                    .getName();
            throttle.cameIn(account, source);
            return accounts.find(found).<Knock>map(Knock.Right::new).orElseGet(Knock.NoMember::new);
        } catch (AuthenticationException wrong) {
            return new Knock.Wrong();
        }
    }

    @Override
    public boolean mayTry(String userId) {
        return throttle.enter(userId, INSIDE);
    }

    @Override
    public void wasRight(String userId) {
        throttle.cameIn(userId, INSIDE);
    }
}
