package org.minyi.desk.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The token that our own pages send along with everything that changes something. It is kept in the session, so that
 * nobody can bring one of their own; the cookie only tells it to the page's script. The web apps have their own.
 */
@Component
class PageToken implements CsrfTokenRepository {

    static final String COOKIE = "MINYI-CSRF";
    static final String HEADER = "X-MINYI-CSRF";

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final boolean secure;

    PageToken(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.secure = secure;
        session.setHeaderName(HEADER);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        session.saveToken(token, request, response);
        var cookie = ResponseCookie.from(COOKIE, token == null ? "" : token.getToken())
                .path("/")
                .secure(secure || request.isSecure())
                .sameSite("Lax");
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                (token == null ? cookie.maxAge(0) : cookie).build().toString());
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return session.loadToken(request);
    }
}
