package org.minyi.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.minyi.LoggedIn;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;

/**
 * What a page of another site makes somebody's browser send: with their session, without the token of the web apps. The
 * engine ends a session whose token is missing or wrong, so each try has a copy of one that is logged in.
 */
final class Forgery {

    private static final String GUESSED = "0123456789ABCDEF0123456789ABCDEF";

    private final int port;
    private final Manager sessions;
    private final String session;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();

    Forgery(WebServer server, int port, String user) {
        this.port = port;
        sessions = ((Context) ((TomcatWebServer) server).getTomcat().getHost().findChildren()[0]).getManager();
        var person = LoggedIn.as(port, user, Callers.PASSWORD);
        person.get("/camunda/app/welcome/default/");
        session = person.cookie("JSESSIONID").orElseThrow();
        token = person.cookie("XSRF-TOKEN").orElseThrow();
    }

    /** What came of it that should not have: without a token, and with a guessed one that the cookie repeats. */
    List<String> through(Endpoint endpoint, String address, String body) {
        var through = new ArrayList<String>();
        for (var shown : List.of("", GUESSED)) {
            var copy = copied();
            var request =
                    request(endpoint, address, body).header("Cookie", "JSESSIONID=" + copy + "; XSRF-TOKEN=" + shown);
            var status = send(shown.isEmpty() ? request : request.header("X-XSRF-TOKEN", shown))
                    .statusCode();
            if (status != 403) {
                through.add("%s with the token '%s': %d".formatted(endpoint, shown, status));
            } else if (isThere(copy)) {
                through.add("%s with the token '%s': not refused for it".formatted(endpoint, shown));
            }
        }
        return through;
    }

    /** The same with the right token, which a page of another site does not know. */
    int honest(Endpoint endpoint, String address, String body) {
        return send(request(endpoint, address, body)
                        .header("Cookie", "JSESSIONID=" + copied() + "; XSRF-TOKEN=" + token)
                        .header("X-XSRF-TOKEN", token))
                .statusCode();
    }

    private HttpRequest.Builder request(Endpoint endpoint, String address, String body) {
        return Callers.filled(HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)), endpoint, body);
    }

    private String copied() {
        try {
            var from = sessions.findSession(session).getSession();
            var to = sessions.createSession(null);
            for (var name : Collections.list(from.getAttributeNames())) {
                to.getSession().setAttribute(name, from.getAttribute(name));
            }
            return to.getId();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private boolean isThere(String copy) {
        try {
            return sessions.findSession(copy) != null;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
