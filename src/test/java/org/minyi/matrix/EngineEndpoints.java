package org.minyi.matrix;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/** Every endpoint of the engine's REST interface and of the web apps, as their classes declare them. */
final class EngineEndpoints {

    /** Deep enough for every resource there is; a resource that leads to itself would go on for ever. */
    private static final int DEEPEST = 6;

    private EngineEndpoints() {}

    /** What a script reaches. */
    static Set<Endpoint> rest() {
        var found = new LinkedHashSet<Endpoint>();
        CamundaRestResources.getResourceClasses().forEach(root -> under("/engine-rest", root, found));
        return found;
    }

    /** What a person's browser reaches behind Tasklist, Cockpit, Admin and Welcome. */
    static Set<Endpoint> webApps() {
        var found = new LinkedHashSet<Endpoint>();
        Map.of(
                        "/camunda/api/engine", new EngineRestApplication(),
                        "/camunda/api/cockpit", new CockpitApplication(),
                        "/camunda/api/admin", new AdminApplication(),
                        "/camunda/api/tasklist", new TasklistApplication(),
                        "/camunda/api/welcome", new WelcomeApplication())
                .forEach((address, app) -> app.getClasses().stream()
                        .filter(root -> pathOf(root).isPresent())
                        .forEach(root -> under(address, root, found)));
        return found;
    }

    private static void under(String prefix, Class<?> root, Set<Endpoint> found) {
        collect(prefix + "/" + pathOf(root).orElse(""), root, found, 0);
    }

    private static void collect(String prefix, Class<?> resource, Set<Endpoint> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var seen = new HashSet<String>();
        for (var method : resource.getMethods()) {
            var declared = annotated(method);
            if (declared.isEmpty() || !seen.add(method.getName() + Arrays.toString(method.getParameterTypes()))) {
                continue;
            }
            var told = declared.get();
            var path = prefix + "/"
                    + Optional.ofNullable(told.getAnnotation(Path.class))
                            .map(Path::value)
                            .orElse("");
            var verb = verb(told);
            if (verb.isPresent()) {
                var consumes = told.getAnnotation(Consumes.class);
                found.add(Endpoint.of(verb.get(), path, consumes == null ? null : consumes.value()[0], entity(told)));
            } else {
                collect(path, method.getReturnType(), found, depth + 1);
            }
        }
    }

    /** The annotations may stand at the interface that the class implements. */
    private static Optional<Method> annotated(Method method) {
        return types(method.getDeclaringClass())
                .flatMap(type -> {
                    try {
                        return Stream.of(type.getMethod(method.getName(), method.getParameterTypes()));
                    } catch (NoSuchMethodException notThere) {
                        return Stream.empty();
                    }
                })
                .filter(one -> one.isAnnotationPresent(Path.class) || verb(one).isPresent())
                .findFirst();
    }

    /** The parameter that is neither of the address nor of the surroundings. */
    private static Class<?> entity(Method method) {
        var annotations = method.getParameterAnnotations();
        for (int at = 0; at < annotations.length; at++) {
            if (Arrays.stream(annotations[at])
                    .noneMatch(one -> one.annotationType().getPackageName().startsWith("jakarta.ws.rs"))) {
                return method.getParameterTypes()[at];
            }
        }
        return null;
    }

    private static Stream<Class<?>> types(Class<?> type) {
        if (type == null || type == Object.class) {
            return Stream.empty();
        }
        return Stream.of(
                        Stream.<Class<?>>of(type),
                        Arrays.stream(type.getInterfaces()).flatMap(EngineEndpoints::types),
                        types(type.getSuperclass()))
                .flatMap(all -> all);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .filter(one -> one != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Optional<String> pathOf(Class<?> root) {
        return types(root)
                .map(type -> type.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value)
                .findFirst();
    }
}
