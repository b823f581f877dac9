package org.minyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: logs in on the login page as a person does, and keeps its cookies. */
public final class LoggedIn {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private final String server;

    private LoggedIn(String server) {
        this.server = server;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Somebody who has the login page before them. */
    public static LoggedIn nobody(int port) {
        return new LoggedIn("http://localhost:" + port);
    }

    /** Somebody who is in; fails when they do not get in. */
    public static LoggedIn as(int port, String user, String password) {
        var person = nobody(port);
        var answer = person.login(user, password);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(user + " did not get in: " + answer.statusCode() + " " + answer.body());
        }
        // The page's token is told with the first page after it.
        person.get("/survey/waves");
        return person;
    }

    public HttpResponse<String> login(String user, String password, String... headers) {
        return post("/login", "account", user, "password", password, headers);
    }

    /** Fills in a page of ours that has two fields at most and sends it off. */
    public HttpResponse<String> post(
            String page, String field, String value, String other, String otherValue, String... headers) {
        return post(page, Map.of(field, value, other, otherValue), headers);
    }

    /** Fills in a page of ours, however many fields it has, and sends it off. */
    public HttpResponse<String> post(String page, Map<String, String> fields, String... headers) {
        var shown = TOKEN.matcher(send(request(page).GET()).body());
        var token = shown.find() ? shown.group(1) : "";
        var builder = request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token
                        + fields.entrySet().stream()
                                .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining())));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return send(builder);
    }

    public HttpResponse<String> get(String path, String... headers) {
        var builder = request(path).GET();
        return send(headers.length == 0 ? builder : builder.headers(headers));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Accept-Language", "en");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** All of them, as a browser sends them along. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
