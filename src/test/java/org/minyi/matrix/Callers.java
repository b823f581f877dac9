package org.minyi.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.minyi.LoggedIn;

/** Everybody who asks, each as they would: people with a session, scripts with a password, machines with a key. */
final class Callers {

    static final String PASSWORD = "minyi";
    static final String NOBODY = "nobody-logged-in";
    /** The exchange that handed the matters in, and another one. */
    static final String MACHINE = "exchange-12345";

    static final String OTHER_MACHINE = "exchange-other";

    private final int port;
    private final Map<String, String> keys;
    private final Map<String, LoggedIn> sessions = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    Callers(int port, Map<String, String> keys) {
        this.port = port;
        this.keys = keys;
    }

    static boolean isPerson(String user) {
        return !Set.of(NOBODY, MACHINE, OTHER_MACHINE).contains(user);
    }

    HttpResponse<String> ask(String user, Endpoint endpoint, String address, String body) {
        if (!isPerson(user) || address.startsWith("/engine-rest")) {
            return withoutSession(user, endpoint, address, body);
        }
        var answer = withSession(user, endpoint, address, body);
        if (answer.statusCode() == 401 && address.startsWith("/camunda/")) {
            // One of the things that can be asked for is the end of the session.
            sessions.remove(user);
            answer = withSession(user, endpoint, address, body);
        }
        return answer;
    }

    private HttpResponse<String> withSession(String user, Endpoint endpoint, String address, String body) {
        var session = sessions.computeIfAbsent(user, this::loggedIn);
        var request = session.request(address);
        session.cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        session.cookie("MINYI-CSRF").ifPresent(token -> request.header("X-MINYI-CSRF", token));
        return session.send(filled(request, endpoint, body));
    }

    private LoggedIn loggedIn(String user) {
        var session = LoggedIn.as(port, user, PASSWORD);
        session.get("/camunda/app/welcome/default/");
        return session;
    }

    private HttpResponse<String> withoutSession(String user, Endpoint endpoint, String address, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        if (keys.containsKey(user)) {
            request.header("Authorization", "Bearer " + keys.get(user));
        } else if (!user.equals(NOBODY)) {
            var shown = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(shown));
        }
        try {
            return client.send(filled(request, endpoint, body).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(endpoint + " as " + user, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static HttpRequest.Builder filled(HttpRequest.Builder request, Endpoint endpoint, String body) {
        if (body.isEmpty()) {
            return request.method(endpoint.method(), HttpRequest.BodyPublishers.noBody());
        }
        return request.header("Content-Type", Bodies.type(endpoint))
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(body));
    }
}
