package org.minyi.contact.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A running Minyi, as one import sees it. */
final class Server {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(SOON)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final ImportOptions options;
    private final UUID id = UUID.randomUUID();

    Server(ImportOptions options) {
        this.options = options;
    }

    /** How far the import is; also tells beforehand whether somebody answers and knows the key. */
    HttpResponse<String> progress() throws IOException, InterruptedException {
        return http.send(
                request("/api/contacts/imports/" + id).timeout(SOON).GET().build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    CompletableFuture<HttpResponse<String>> hand(CountedFile file) {
        return http.sendAsync(
                request("/api/contacts")
                        .header("Content-Type", options.format().mediaType())
                        .header("Minyi-Import", id.toString())
                        .POST(file)
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The answer's JSON; empty when it is none. */
    JsonNode json(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException none) {
            return json.createObjectNode();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(options.server() + path))
                .header("Authorization", "Bearer " + options.key());
    }
}
