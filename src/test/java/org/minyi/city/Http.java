package org.minyi.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A person at a keyboard: JSON over HTTP with a login of their own, and nothing else. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String server;

    Http(String server) {
        this.server = server;
    }

    JsonNode get(String path, String user) {
        return read(send(request(path, user).GET().build()), path);
    }

    JsonNode post(String path, String user, Object body) {
        return read(
                send(request(path, user)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(write(body)))
                        .build()),
                path);
    }

    /** The status alone: for what may be refused. */
    int tryPut(String path, String user, Object body) {
        return send(request(path, user)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(write(body)))
                        .build())
                .statusCode();
    }

    int tryPost(String path, String user, Object body) {
        return send(request(path, user)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(write(body)))
                        .build())
                .statusCode();
    }

    /** A file as a form of a page sends it; the status alone. */
    int tryUpload(String path, String user, String content) {
        var part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var body = part.formatted("attachment-name", "", content)
                + part.formatted("attachment-description", "", content)
                + part.formatted("content", "; filename=\"note.txt\"", content)
                + "--part--\r\n";
        return send(request(path, user)
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    /** Whatever is answered, refusals too, with what stands in its head. */
    String all(String path, String user) {
        return all(send(request(path, user).GET().build()));
    }

    String all(String path, String user, String type, String body) {
        return all(send(request(path, user)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** As another system, with its key. */
    String withKey(String path, String key, String type, String body) {
        return all(send(request(path, null)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** A file as it is delivered. */
    byte[] file(String path, String user) {
        try {
            return client.send(request(path, user).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static String all(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body();
    }

    /** Engine variables as the REST interface wants them. */
    static Map<String, Object> variables(Map<String, ?> values) {
        var typed = new java.util.LinkedHashMap<String, Object>();
        values.forEach((name, value) -> typed.put(name, Map.of("value", value)));
        return Map.of("variables", typed);
    }

    private HttpRequest.Builder request(String path, String user) {
        var builder = HttpRequest.newBuilder(URI.create(server + path));
        if (user != null) {
            var login = Base64.getEncoder().encodeToString((user + ":minyi").getBytes(StandardCharsets.UTF_8));
            builder.header("Authorization", "Basic " + login);
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static JsonNode read(HttpResponse<String> answer, String path) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : parse(answer.body());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
