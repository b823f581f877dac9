package org.minyi.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who looks. */
public interface Viewers {

    /** The user id of whoever is logged in at the desk in this browser. */
    Optional<String> loggedIn(HttpServletRequest request);
}
