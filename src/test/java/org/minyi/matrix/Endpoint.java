package org.minyi.matrix;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Something that can be asked of the server.
 *
 * @param path with its parameters in braces, without their patterns
 * @param consumes the type of its body; null without one
 * @param body what the body is read into; null where nobody says
 */
record Endpoint(String method, String path, String consumes, Class<?> body) {

    private static final Pattern BLANK = Pattern.compile("\\{([^{}]+)}");

    static Endpoint of(String method, String path, String consumes, Class<?> body) {
        var plain = ("/" + path)
                .replaceAll("\\{\\s*([\\w-]+)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("(.)/$", "$1");
        return new Endpoint(method, plain, consumes, body);
    }

    /** Its parameters, each with the segment before it: {@code task/id}. */
    List<String> blanks() {
        var segments = path.split("/", -1);
        return IntStream.range(1, segments.length)
                .filter(at -> BLANK.matcher(segments[at]).find())
                .mapToObj(at ->
                        segments[at - 1] + "/" + BLANK.matcher(segments[at]).replaceAll("$1"))
                .toList();
    }

    /** What only looks: the engine's long questions are posted. */
    boolean reads() {
        return method.equals("GET")
                || method.equals("HEAD")
                || method.equals("OPTIONS")
                || (method.equals("POST")
                        && body != null
                        && body.getSimpleName().endsWith("QueryDto"))
                || path.matches(".*/filter/\\{id}/(list|singleResult|count)");
    }

    /** What goes through the gate of a task's form. */
    boolean isOfATask() {
        return path.contains("/task/{id}/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
