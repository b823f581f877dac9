package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A name and a password as HTTP Basic brings them. */
record ShownPassword(String account, String password) {

    private static final int SCHEME = "Basic ".length();

    static Optional<ShownPassword> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, SCHEME))
                .map(header -> decoded(header.substring(SCHEME)))
                .filter(login -> login.indexOf(':') > 0)
                .map(login -> new ShownPassword(
                        login.substring(0, login.indexOf(':')), login.substring(login.indexOf(':') + 1)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            // Nobody, like any other wrong login.
            return "";
        }
    }

    @Override
    public String toString() {
        return "ShownPassword[" + account + "]";
    }
}
