package org.minyi.desk.door;

import java.util.Optional;
import org.minyi.desk.password.Account;
import org.minyi.desk.password.Accounts;
import org.minyi.desk.password.InnerGuard;
import org.minyi.organisation.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Service;

/** Looks at a name and a password, after it has counted that somebody shows them. */
@Service
class Gatekeeper implements InnerGuard {

    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    /** A slow hash of a megabyte would be very slow. */
    private static final int LONGEST = 256;

    private static final String INSIDE = "inside";

    private final AuthenticationManager passwords;
    private final Accounts accounts;
    private final Belonging belonging;
    private final Throttle throttle;
    private final LoginRecord evidence;

    Gatekeeper(
            AuthenticationManager passwords,
            Accounts accounts,
            Belonging belonging,
            Throttle throttle,
            LoginRecord evidence) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.belonging = belonging;
        this.throttle = throttle;
        this.evidence = evidence;
    }

    Knock knock(String account, String password, String source) {
        if (account.isBlank() || account.length() > LONGEST || password.isEmpty() || password.length() > LONGEST) {
            return new Knock.Wrong();
        }
        if (!throttle.enter(account, source)) {
            return new Knock.TooMany();
        }
        if (!Member.isLogin(account)) {
            // A directory takes wide letters, accents and blanks for plain ones: the same account, counted apart.
            evidence.strangerRefused(source);
            return new Knock.Wrong();
        }
        return looked(account, password, source);
    }

    private Knock looked(String account, String password, String source) {
        try {
            var proven = passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(account, password));
            throttle.cameIn(account, source);
            return known(proven).<Knock>map(Knock.Right::new).orElseGet(Knock.NoMember::new);
        } catch (AuthenticationServiceException unreachable) {
            LOG.warn("the directory cannot be asked, nobody of it comes in: {}", unreachable.getMessage());
            return new Knock.Wrong();
        } catch (AuthenticationException wrong) {
            accounts.find(account)
                    .ifPresentOrElse(
                            known -> evidence.refused(known.userId(), source, "password"),
                            () -> evidence.strangerRefused(source));
            return new Knock.Wrong();
        }
    }

    /** A password given here is a user's of ours; the directory says who somebody is, and of its people members come in. */
    private Optional<Account> known(Authentication proven) {
        return proven.getPrincipal() instanceof UserDetails
                ? belonging.member(proven.getName())
                : accounts.find(proven.getName());
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
