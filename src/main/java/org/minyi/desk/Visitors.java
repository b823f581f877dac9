package org.minyi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/** Who asks for a page or an interface of ours: as they logged in at the desk, or with HTTP Basic as a script does. */
@Service
public class Visitors {

    private static final String BASIC = "Basic ";

    private final IdentityService identity;

    Visitors(IdentityService identity) {
        this.identity = identity;
    }

    /** The user id; empty for nobody, and for whoever shows a wrong password. */
    public Optional<String> of(HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.startsWith(BASIC) ? withPassword(shown) : loggedIn(request);
    }

    /** The web app's session; the only place that knows how it is kept there. */
    public Optional<String> loggedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(AuthenticationUtil::getAuthsFromSession)
                .map(logins -> logins.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
                .map(login -> login.getIdentityId());
    }

    private Optional<String> withPassword(String shown) {
        var login = decoded(shown.substring(BASIC.length()));
        var colon = login.indexOf(':');
        return colon > 0 && identity.checkPassword(login.substring(0, colon), login.substring(colon + 1))
                ? Optional.of(login.substring(0, colon))
                : Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            // Nobody, like any other wrong login.
            return "";
        }
    }
}
