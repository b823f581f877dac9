package org.minyi.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.minyi.signature.SignedMessages;
import org.springframework.stereotype.Component;

/** Says one message to a peer and hears what it answers. No redirect is followed, and of an answer little is read. */
@Component
class PeerClient {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_OF_AN_ANSWER = 4_096;
    /** What is wrong with the message itself: sent again it would be wrong again. */
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 410, 413, 415, 422);

    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    PeerClient(ObjectMapper json) {
        this.json = json;
    }

    /** What came of saying it. */
    sealed interface Said {

        record Taken() implements Said {}

        /** Not now, or nobody knows: it is said again under the same id. */
        record Later(String reason) implements Said {}

        /** Said again it would be refused again. */
        record Refused(String reason) implements Said {}
    }

    Said say(Peer peer, String id, String text) {
        var address = peer.address().get();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var proof = peer.signs().sign(id, bytes);
        try {
            if (!Reach.isAllowed(address.getHost(), peer.privateAddresses())) {
                return new Said.Later("ADDRESS_NOT_ALLOWED");
            }
            var answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(peer.answerWithin())
                            .header("Content-Type", "application/json")
                            .header(SignedMessages.ID, proof.id())
                            .header(SignedMessages.TIMESTAMP, proof.timestamp())
                            .header(SignedMessages.SIGNATURE, proof.signature())
                            .POST(BodyPublishers.ofByteArray(bytes))
                            .build(),
                    BodyHandlers.ofInputStream());
            return said(answer);
        } catch (IOException unanswered) {
            return new Said.Later(unanswered.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Said.Later("STOPPED");
        }
    }

    private Said said(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var status = answer.statusCode();
            if (status >= 200 && status < 300) {
                return new Said.Taken();
            }
            var reason = status + code(body.readNBytes(MOST_OF_AN_ANSWER));
            return REFUSALS.contains(status) ? new Said.Refused(reason) : new Said.Later(reason);
        }
    }

    /** Of a problem (RFC 9457) its type, where that is a code; never its sentences, which may repeat ours. */
    private String code(byte[] problem) {
        try {
            var type = json.readTree(problem).path("type").asText();
            return type.matches("urn:[a-z0-9:-]{1,80}") ? " " + type.substring(type.lastIndexOf(':') + 1) : "";
        } catch (IOException notJson) {
            return "";
        }
    }
}
