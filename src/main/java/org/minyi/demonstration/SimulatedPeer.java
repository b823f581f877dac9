package org.minyi.demonstration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.minyi.exchange.Envelope;
import org.minyi.exchange.EnvelopeForm;
import org.minyi.exchange.MessageKind;
import org.minyi.exchange.Way;
import org.minyi.signature.SignedMessages;
import org.minyi.signature.SignedMessages.Proof;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** The city hotline: it says and hears what the contract allows, and is as moody as its page tells it to be. */
@Service
@ConditionalOnProperty("minyi.simulator")
class SimulatedPeer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Longer than Minyi waits. */
    private static final long SLOW_MILLIS = 5_000;

    private static final int LOST = 0;

    private final SimulatedPeers keys;
    private final PeerTables tables;
    private final EnvelopeForm form;
    private final Clock clock;
    private final SignedMessages strangers;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile PeerMood mood = PeerMood.TAKES;

    SimulatedPeer(SimulatedPeers keys, PeerTables tables, EnvelopeForm form, Clock clock) {
        this.keys = keys;
        this.tables = tables;
        this.form = form;
        this.clock = clock;
        this.strangers = new SignedMessages(List.of(SimulatedPeers.key()), clock);
    }

    PeerMood mood() {
        return mood;
    }

    void be(PeerMood wanted) {
        mood = wanted;
    }

    /** Says something about a matter; answers the HTTP status that Minyi answered, or 0 where it did not. */
    int say(String reference, MessageKind kind, JsonNode body) {
        var envelope = new Envelope(
                UUID.randomUUID().toString(),
                reference,
                null,
                tables.nextSequence(reference),
                kind,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                body);
        var text = form.written(envelope);
        tables.keep("OUT", envelope, text, clock.instant());
        var status = send(envelope.id(), text);
        tables.answered(envelope.id(), status, false);
        if (mood == PeerMood.TWICE) {
            tables.answered(envelope.id(), send(envelope.id(), text), true);
        }
        return status;
    }

    /** Says a message once more, under its id; whatever the mood was when it was said first. */
    int again(PeerMessage said) {
        var status = send(said.messageId(), said.message());
        tables.answered(said.messageId(), status, true);
        return status;
    }

    private int send(String id, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var proof = (mood == PeerMood.WRONG_SIGNATURE ? strangers : keys.theirs()).sign(id, bytes);
        var request = HttpRequest.newBuilder(keys.hook())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(SignedMessages.ID, proof.id())
                .header(SignedMessages.TIMESTAMP, proof.timestamp())
                .header(SignedMessages.SIGNATURE, proof.signature())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException lost) {
            return LOST;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return LOST;
        }
    }

    /** Hears a message of Minyi's; answers the HTTP status it is answered with. */
    int hear(Proof proof, byte[] bytes) {
        if (!keys.ours().isGenuine(proof, bytes)) {
            return 401;
        }
        switch (mood) {
            case DOWN -> {
                return 503;
            }
            case REFUSES -> {
                return 422;
            }
            default -> keep(bytes);
        }
        if (mood == PeerMood.SLOW) {
            takeTime();
        }
        return 200;
    }

    private void keep(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            tables.keep("IN", form.read(text, Way.OUT).envelope(), text, clock.instant());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("This is not the JSON expected.");
        }
    }

    private static void takeTime() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
