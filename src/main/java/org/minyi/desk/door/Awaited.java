package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.minyi.desk.password.Account;

/** Somebody whose password was right and whose second factor is awaited; nothing is open to them but that page. */
record Awaited(String userId, String stamp, Instant since, String to, String way) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String KEY = "minyi.awaited";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static void await(Account account, String to, String way, HttpServletRequest request, Clock clock) {
        request.getSession()
                .setAttribute(KEY, new Awaited(account.userId(), account.stamp(), clock.instant(), to, way));
    }

    static Optional<Awaited> in(HttpServletRequest request, Clock clock) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Awaited) session.getAttribute(KEY))
                .filter(awaited -> clock.instant().isBefore(awaited.since.plus(PATIENCE)));
    }
}
