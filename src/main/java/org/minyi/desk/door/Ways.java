package org.minyi.desk.door;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which door an address belongs to; said once. */
final class Ways {

    static final String LOGIN = "/login";
    static final String CODE = "/login/code";
    static final String LOGOUT = "/logout";

    /** Shows a key, signs what it says, or is the health. */
    static final RequestMatcher MACHINES = any("/api/**", "/hooks/**", "/open311/**", "/actuator/**");

    static final RequestMatcher KEYED = any("/api/**");
    static final RequestMatcher SIGNED = any("/hooks/**");
    /** Other cities' tools: what wants a key there is looked at by the interface itself (Open311). */
    static final RequestMatcher OPEN311 = any("/open311/**");

    static final RequestMatcher HEALTH = any("/actuator/health", "/actuator/health/**");
    static final RequestMatcher ENGINE_REST = any("/engine-rest", "/engine-rest/**");
    static final RequestMatcher WEB_APPS = any("/camunda", "/camunda/**");
    /** The citizens' pages: nobody logs in there, and no session opens anything. */
    static final RequestMatcher COUNTER = any("/counter", "/counter/**", "/a/*", "/counter.css");

    static final RequestMatcher SIMULATOR = any("/", "/simulator", "/simulator/**");

    /** What the login page consists of. */
    static final RequestMatcher LOGIN_PAGE = any(LOGIN, CODE, "/login.css", "/minyi.css", "/minyi.svg");

    /** What no browser and no proxy keeps a copy of. */
    static final RequestMatcher NEVER_KEPT = new AndRequestMatcher(
            any("/*/api/**", LOGIN, CODE, "/counter", "/counter/**", "/a/*"), new NegatedRequestMatcher(WEB_APPS));

    /** Whoever shows a password with the call itself, as scripts do. The web apps want a session. */
    static final RequestMatcher WITH_PASSWORD = new OrRequestMatcher(
            ENGINE_REST, new AndRequestMatcher(Ways::showsPassword, new NegatedRequestMatcher(WEB_APPS)));

    /** A person follows a link, and can be shown a page. */
    static final RequestMatcher PAGE_WANTED = request -> HttpMethod.GET.matches(request.getMethod())
            && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");

    private static final String BASIC = "Basic ";

    private Ways() {}

    private static boolean showsPassword(jakarta.servlet.http.HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

    private static RequestMatcher any(String... patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .<RequestMatcher>map(paths::matcher)
                .toList());
    }
}
