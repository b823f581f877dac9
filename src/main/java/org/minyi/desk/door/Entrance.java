package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.minyi.desk.password.Account;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in whose every factor was right. */
@Component
class Entrance {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Clock clock;

    Entrance(Clock clock) {
        this.clock = clock;
    }

    /** Into a session of its own: what was in an earlier one, its id above all, may be somebody else's doing. */
    void letIn(Account account, boolean twoFactors, HttpServletRequest request, HttpServletResponse response) {
        begin(request);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Person(account.userId(), account.stamp(), clock.instant(), twoFactors));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Ends whatever session there is and begins another. */
    void begin(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
    }
}
