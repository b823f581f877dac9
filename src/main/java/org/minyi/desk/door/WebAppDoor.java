package org.minyi.desk.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.minyi.desk.Visitors;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine's web apps who came in, so that they never ask themselves. The engine brings a filter for that, which
 * knows only some of the addresses and fails on a person the engine does not know.
 */
final class WebAppDoor extends OncePerRequestFilter {

    private static final RequestMatcher LOGOUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/{app}/auth/user/{engine}/logout");

    private final Visitors visitors;
    private final LoginRecord evidence;

    WebAppDoor(Visitors visitors, LoginRecord evidence) {
        this.visitors = visitors;
        this.evidence = evidence;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var user = visitors.loggedIn(request);
        if (user.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (!introduce(user.get(), request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var isLogout = LOGOUT.matches(request);
        if (isLogout) {
            DoorChains.FORGET.writeHeaders(request, response);
        }
        next.doFilter(request, response);
        // The web apps' own log-out checks its token and forgets the person; the session has to go too.
        if (isLogout && response.getStatus() == HttpServletResponse.SC_OK) {
            evidence.wentOut(user.get());
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    private static boolean introduce(String user, HttpServletRequest request) {
        var known = AuthenticationUtil.getAuthsFromSession(request.getSession());
        var login = known.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT);
        if (login != null && login.getIdentityId().equals(user)) {
            return true;
        }
        var fresh = AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, user);
        if (fresh == null) {
            return false;
        }
        known.addOrReplace(fresh);
        return true;
    }
}
