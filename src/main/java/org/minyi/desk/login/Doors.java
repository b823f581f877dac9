package org.minyi.desk.login;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Two of the doors that the engine leaves open by itself (ENGINE.md section 1), closed: REST without a login, and the
 * set-up page. Open still, and to be closed before production: expressions that a logged-in person sends along in a task
 * query or a filter are run; so is any code in a model, form or table that a process owner deploys; passwords may be
 * short and the cookies of the web apps may travel without TLS.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Everything under {@code /engine-rest} wants a login: without this anyone could make users and grants. */
    @Bean
    FilterRegistrationBean<Filter> restWantsLogin() {
        var door = new FilterRegistrationBean<Filter>(new ProcessEngineAuthenticationFilter());
        door.setName("rest-wants-login");
        door.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        // With a prefix the list of engines would stay open to everybody.
        door.addInitParameter("rest-url-pattern-prefix", "");
        door.addUrlPatterns("/engine-rest/*");
        door.setAsyncSupported(true);
        return door;
    }

    /** The set-up page makes an administrator without any login: it does not exist here. */
    @Bean
    FilterRegistrationBean<Filter> nobodySetsUp() {
        var door = new FilterRegistrationBean<Filter>((request, response, next) -> {
            if (isSetUp((HttpServletRequest) request)) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                next.doFilter(request, response);
            }
        });
        door.setName("nobody-sets-up");
        door.addUrlPatterns("/*");
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    /** The container's decoded path, so that neither an escape nor a path parameter goes round it. */
    private static boolean isSetUp(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        return path.contains("/api/admin/setup");
    }
}
