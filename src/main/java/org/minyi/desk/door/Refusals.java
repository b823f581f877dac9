package org.minyi.desk.door;

import static org.minyi.problem.Problems.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What whoever may not come in is told: a person the way to the login page, a program one sentence (RFC 9457). */
@Component
class Refusals {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    void nobody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Ways.PAGE_WANTED.matches(request)) {
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.sendRedirect(
                    Ways.LOGIN + "?to=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8));
            return;
        }
        say(response, HttpStatus.UNAUTHORIZED, "nobody-logged-in", "nobody is logged in: log in first");
    }

    void wrongPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // A browser that is challenged asks for a password by itself and sends it along from then on, whoever calls.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"minyi\", charset=\"UTF-8\"");
        }
        say(response, HttpStatus.UNAUTHORIZED, "wrong-password", "a name and its right password are expected");
    }

    void tooMany(HttpServletResponse response, Duration pause) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
        say(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-logins",
                "too many wrong logins came from here: try again in %d minutes".formatted(pause.toMinutes()));
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Ways.LOGIN_PAGE.matches(request)) {
            response.sendRedirect(Ways.LOGIN + "?again");
            return;
        }
        say(
                response,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "this is not allowed, or the token of the page is missing: X-MINYI-CSRF with the value of the cookie"
                        + " MINYI-CSRF");
    }

    void fromElsewhere(HttpServletResponse response) throws IOException {
        say(response, HttpStatus.FORBIDDEN, "from-elsewhere", "a page of another site called");
    }

    private void say(HttpServletResponse response, HttpStatus status, String code, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem(status, code, sentence));
    }
}
