package org.minyi.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An exchange on the other side, that has nothing in common with ours but the contract: it signs and checks by itself, over
 * real HTTP.
 */
final class CityHotline {

    static final String THEIRS = "whsec_"
            + Base64.getEncoder().encodeToString("what the city hotline signs with".getBytes(StandardCharsets.UTF_8));
    static final String THEIRS_NEXT = "whsec_"
            + Base64.getEncoder().encodeToString("what it is going to sign with it".getBytes(StandardCharsets.UTF_8));
    static final String OURS = "whsec_"
            + Base64.getEncoder().encodeToString("what minyi signs with, to be read".getBytes(StandardCharsets.UTF_8));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What it heard and took, in the order in which it came. */
    final List<JsonNode> heard = Collections.synchronizedList(new ArrayList<>());
    /** Every id that came, as often as it came. */
    final List<String> ids = Collections.synchronizedList(new ArrayList<>());
    /** What it answers next; 200 when nothing is said, and 0 hangs up after it has read the message. */
    final Deque<Integer> answers = new ConcurrentLinkedDeque<>();

    final Deque<String> complaints = new ConcurrentLinkedDeque<>();

    private final HttpServer server;
    Clock clock = Clock.systemUTC();

    CityHotline() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException inTheWay) {
            throw new IllegalStateException(inTheWay);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/messages", this::hear);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void hear(HttpExchange call) throws IOException {
        var body = call.getRequestBody().readAllBytes();
        var id = call.getRequestHeaders().getFirst("webhook-id");
        var time = call.getRequestHeaders().getFirst("webhook-timestamp");
        var shown = call.getRequestHeaders().getFirst("webhook-signature");
        if (!shown.equals(signature(OURS, id, time, body))
                || !JSON.readTree(body).path("id").asText().equals(id)) {
            complaints.add("not signed: " + id);
        }
        ids.add(id);
        var answer = answers.isEmpty() ? 200 : answers.poll();
        if (answer == 0) {
            call.close();
            return;
        }
        if (answer == 200) {
            heard.add(JSON.readTree(body));
        }
        var problem =
                "{\"type\":\"urn:city:problem:unit-unknown\",\"detail\":\"secret\"}".getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
        call.sendResponseHeaders(answer, problem.length);
        call.getResponseBody().write(problem);
        call.close();
    }

    /** A message on its way to us, to be spoilt where a test wants to. */
    final class Message {

        String id = UUID.randomUUID().toString();
        String key = THEIRS;
        long age;
        String body;
        String sent;
        String type = "application/json";

        Message(String kind, String reference, int sequence, Map<String, ?> told) {
            body = JSON.valueToTree(Map.of(
                            "id", id,
                            "reference", reference,
                            "sequence", sequence,
                            "kind", kind,
                            "time", clock.instant().toString(),
                            "body", told))
                    .toString();
        }

        Message signedWith(String other) {
            key = other;
            return this;
        }

        Message old(long seconds) {
            age = seconds;
            return this;
        }

        HttpResponse<String> to(int port) {
            return to(port, "city");
        }

        HttpResponse<String> to(int port, String peer) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var time = Long.toString(clock.instant().getEpochSecond() - age);
            try {
                return CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hooks/exchange/" + peer))
                                .header("Content-Type", type)
                                .header("webhook-id", id)
                                .header("webhook-timestamp", time)
                                .header("webhook-signature", signature(key, id, time, bytes))
                                .POST(HttpRequest.BodyPublishers.ofString(sent == null ? body : sent))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException lost) {
                throw new IllegalStateException(lost);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    Message message(String kind, String reference, int sequence, Map<String, ?> told) {
        return new Message(kind, reference, sequence, told);
    }

    static String signature(String key, String id, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The kinds it heard about a matter. */
    List<String> kindsAbout(String reference) {
        return about(reference).stream().map(one -> one.path("kind").asText()).toList();
    }

    List<JsonNode> about(String reference) {
        synchronized (heard) {
            return heard.stream()
                    .filter(one -> one.path("reference").asText().equals(reference))
                    .toList();
        }
    }

    void forget() {
        heard.clear();
        ids.clear();
        answers.clear();
        complaints.clear();
    }
}
