package org.minyi.matrix;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Minyi's own endpoints as the running program has them, each with the questions it does not answer without. */
final class OurEndpoints {

    private OurEndpoints() {}

    static Map<Endpoint, List<String>> of(RequestMappingHandlerMapping mappings) {
        var found = new LinkedHashMap<Endpoint, List<String>>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("org.minyi")) {
                return;
            }
            var consumes = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                    .findFirst()
                    .map(Objects::toString)
                    .orElse(null);
            var methods = mapping.getMethodsCondition().getMethods();
            for (var path : mapping.getPatternValues()) {
                for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    found.put(Endpoint.of(method.name(), path, consumes, body(handler)), wanted(handler));
                }
            }
        });
        return found;
    }

    private static Class<?> body(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .findFirst()
                .orElse(null);
    }

    private static List<String> wanted(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                        .filter(param -> param.required()
                                && param.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                                && parameter.getParameterType() != Optional.class)
                        .map(param -> param.value().isEmpty()
                                ? parameter.getParameter().getName()
                                : param.value()))
                .flatMap(Optional::stream)
                .toList();
    }
}
