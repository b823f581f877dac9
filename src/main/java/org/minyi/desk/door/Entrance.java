package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.minyi.desk.Source;
import org.minyi.desk.password.Account;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in whose every factor was right, and sends whoever needs a second one to show it. */
@Component
class Entrance {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SecondFactorRoles twoFactors;
    private final SecondFactors factors;
    private final LoginRecord evidence;
    private final Clock clock;

    Entrance(SecondFactorRoles twoFactors, SecondFactors factors, LoginRecord evidence, Clock clock) {
        this.twoFactors = twoFactors;
        this.factors = factors;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** After the first factor; answers where to go now. */
    String first(Account account, String way, String to, HttpServletRequest request, HttpServletResponse response) {
        if (twoFactors.isWantedOf(account.userId())) {
            begin(request);
            Awaited.await(account, to, way, request, clock);
            return Ways.CODE;
        }
        letIn(account, way, false, request, response);
        return to;
    }

    /** After the second one. */
    void second(Account account, String way, HttpServletRequest request, HttpServletResponse response) {
        letIn(account, way, true, request, response);
    }

    /** Into a session of its own: what was in an earlier one, its id above all, may be somebody else's doing. */
    private void letIn(
            Account account, String way, boolean both, HttpServletRequest request, HttpServletResponse response) {
        evidence.cameIn(account.userId(), way, Source.of(request), both);
        begin(request);
        var context = SecurityContextHolder.createEmptyContext();
        var factor = both ? factors.stamp(account.userId()) : "";
        context.setAuthentication(new Person(account.userId(), account.stamp(), clock.instant(), factor));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Ends whatever session there is and begins another. */
    private static void begin(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
    }
}
