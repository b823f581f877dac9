package org.minyi.desk.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.minyi.desk.password.Accounts;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session with the very next click when its person is gone, has another password or second factor, has been in
 * too long, or holds a role meanwhile that needs a second factor. What somebody may do is asked anew with every click
 * anyway.
 */
final class StillHere extends OncePerRequestFilter {

    private final Accounts accounts;
    private final SecondFactorRoles twoFactors;
    private final SecondFactors factors;
    private final LoginSettings settings;
    private final Clock clock;

    StillHere(
            Accounts accounts,
            SecondFactorRoles twoFactors,
            SecondFactors factors,
            LoginSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.twoFactors = twoFactors;
        this.factors = factors;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var shown = SecurityContextHolder.getContext().getAuthentication();
        if (shown != null && !(shown instanceof Person person && isHere(person))) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        next.doFilter(request, response);
    }

    private boolean isHere(Person person) {
        return clock.instant().isBefore(person.since().plus(settings.longest()))
                && accounts.find(person.getPrincipal())
                        .filter(account -> account.stamp().equals(person.stamp()))
                        .isPresent()
                && hasShownEnough(person);
    }

    private boolean hasShownEnough(Person person) {
        return person.factor().isEmpty()
                ? !twoFactors.isWantedOf(person.getPrincipal())
                : person.factor().equals(factors.stamp(person.getPrincipal()));
    }
}
