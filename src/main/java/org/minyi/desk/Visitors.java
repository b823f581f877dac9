package org.minyi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who asks for a page or an interface of ours: as they logged in, or with HTTP Basic as a script does. */
@Service
public class Visitors {

    /** The user id; empty for nobody. Wrong passwords and half logins never get as far as here. */
    public Optional<String> loggedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getRemoteUser());
    }
}
