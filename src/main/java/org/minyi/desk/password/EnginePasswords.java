package org.minyi.desk.password;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Passwords that the engine's identity service keeps. Whoever is not known takes as long to refuse as whoever is, and
 * an old, quick hash is made anew with the slow one as soon as the password is known.
 */
@Component
@Order(1)
public class EnginePasswords implements AuthenticationProvider {

    /** Nobody's. It is compared so that the clock tells nothing. */
    private static final String SOMEBODY = new SlowHash().encrypt("nobody has this password");

    private final Accounts accounts;

    EnginePasswords(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        var password = String.valueOf(shown.getCredentials());
        var account = accounts.find(shown.getName());
        var slow = account.filter(Account::isCurrent).isPresent();
        var right = account.filter(known -> accounts.matches(known, password));
        if (!slow) {
            new SlowHash().check(password, SOMEBODY);
        }
        if (right.isEmpty()) {
            throw new BadCredentialsException("wrong");
        }
        if (!slow) {
            accounts.keepAnew(right.get(), password);
        }
        return UsernamePasswordAuthenticationToken.authenticated(right.get().userId(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
