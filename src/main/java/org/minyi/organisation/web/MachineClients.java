package org.minyi.organisation.web;

import static org.minyi.problem.Problems.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever calls below {@code /api/} shows a key: {@code Authorization: Bearer KEY}. A method there that wants to know whose
 * it is has a parameter of type {@link MachineClient}.
 */
@Configuration(proxyBeanMethods = false)
class MachineClients implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String CLIENT = MachineClient.class.getName();

    private static final String BEARER = "Bearer ";

    private final ClientKeys keys;
    private final ObjectMapper json;

    MachineClients(ClientKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var client = key(request).flatMap(keys::client);
        if (client.isPresent()) {
            request.setAttribute(CLIENT, client.get());
            return true;
        }
        var problem = problem(
                HttpStatus.UNAUTHORIZED,
                "no-client-key",
                key(request).isEmpty()
                        ? "A client key is expected: Authorization: Bearer KEY."
                        : "The client key is not known or was revoked.");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"minyi\"");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
        return false;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == MachineClient.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer view,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return request.getAttribute(CLIENT, RequestAttributes.SCOPE_REQUEST);
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(key -> !key.isEmpty());
    }
}
