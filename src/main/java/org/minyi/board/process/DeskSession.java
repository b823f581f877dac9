package org.minyi.board.process;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.minyi.board.Viewers;
import org.springframework.stereotype.Component;

/** Reads from the web app's session who is logged in at the desk. The only place that knows how it is kept there. */
@Component
class DeskSession implements Viewers {

    @Override
    public Optional<String> loggedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(AuthenticationUtil::getAuthsFromSession)
                .map(logins -> logins.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
                .map(login -> login.getIdentityId());
    }
}
