package org.minyi.desk.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.minyi.desk.Source;
import org.minyi.desk.password.Account;
import org.minyi.desk.password.Accounts;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of scripts: name and password with every call (HTTP Basic). No session is looked at or begun here, so that
 * no cookie opens it and nothing a browser sends by itself does.
 */
final class BasicDoor extends OncePerRequestFilter {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Doormat doormat;
    private final Accounts accounts;
    private final IdentityService identity;
    private final Refusals refusals;
    private final Throttle throttle;
    private final Clock clock;

    BasicDoor(
            Doormat doormat,
            Accounts accounts,
            IdentityService identity,
            Refusals refusals,
            Throttle throttle,
            Clock clock) {
        this.doormat = doormat;
        this.accounts = accounts;
        this.identity = identity;
        this.refusals = refusals;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site) && !HttpMethod.GET.matches(request.getMethod())) {
            refusals.fromElsewhere(response);
            return;
        }
        var shown = ShownPassword.in(request);
        if (shown.isEmpty()) {
            refusals.wrongPassword(request, response);
            return;
        }
        var knock = doormat.knock(shown.get().account(), shown.get().password(), Source.of(request));
        if (knock instanceof Knock.TooMany) {
            refusals.tooMany(response, throttle.pause());
        } else if (knock instanceof Knock.Right right) {
            goIn(right.account(), request, response, next);
        } else {
            refusals.wrongPassword(request, response);
        }
    }

    /** The engine asks for itself who calls, and with which groups. */
    private void goIn(Account account, HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var user = account.userId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Person(user, account.stamp(), clock.instant(), ""));
        SecurityContextHolder.setContext(context);
        if (!Ways.ENGINE_REST.matches(request)) {
            next.doFilter(request, response);
            return;
        }
        identity.setAuthentication(user, accounts.groups(user));
        try {
            next.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
