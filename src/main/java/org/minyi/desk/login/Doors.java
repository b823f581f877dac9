package org.minyi.desk.login;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Two doors that the engine's web apps have of their own (ENGINE.md section 1), walled up: the set-up page, which makes an
 * administrator without any login, and the log-in of each web app, which counts no wrong password. Who comes in by the
 * one way that is left is the business of the package door. Parameters within a path are used by nothing here but tricks: no such address exists.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final Pattern WALLED_UP = Pattern.compile("/api/admin/setup|/auth/user/.*/login");

    @Bean
    FilterRegistrationBean<Filter> walledUp() {
        var door = new FilterRegistrationBean<Filter>((request, response, next) -> {
            var asked = (HttpServletRequest) request;
            if (asked.getRequestURI().indexOf(';') >= 0) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            } else if (isWalledUp(asked)) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                next.doFilter(request, response);
            }
        });
        door.setName("walled-up");
        door.addUrlPatterns("/*");
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    /** The container's decoded path, so that neither an escape nor a path parameter goes round it. */
    private static boolean isWalledUp(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        return WALLED_UP.matcher(path).find();
    }
}
