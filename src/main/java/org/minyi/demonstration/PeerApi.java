package org.minyi.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.exchange.FieldRule;
import org.minyi.exchange.MessageKind;
import org.minyi.exchange.Way;
import org.minyi.signature.SignedMessages;
import org.minyi.signature.SignedMessages.Proof;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The simulated city hotline: where Minyi speaks to it, and its page as JSON. */
@RestController
@RequestMapping("/simulator")
@ConditionalOnProperty("minyi.simulator")
class PeerApi {

    private static final int LARGEST = 64 * 1024;

    private final SimulatedPeer peer;
    private final PeerTables tables;
    private final HandedOver handedOver;
    private final Complaints complaints;
    private final WhoseTurn whoseTurn;

    PeerApi(SimulatedPeer peer, PeerTables tables, HandedOver handedOver, Complaints complaints, WhoseTurn whoseTurn) {
        this.peer = peer;
        this.tables = tables;
        this.handedOver = handedOver;
        this.complaints = complaints;
        this.whoseTurn = whoseTurn;
    }

    /** The contract's own address, as a peer's system offers it. */
    @PostMapping("/peer/messages")
    ResponseEntity<Void> hear(HttpServletRequest request) throws IOException {
        var proof = new Proof(
                request.getHeader(SignedMessages.ID),
                request.getHeader(SignedMessages.TIMESTAMP),
                request.getHeader(SignedMessages.SIGNATURE));
        return ResponseEntity.status(peer.hear(proof, request.getInputStream().readNBytes(LARGEST)))
                .build();
    }

    @GetMapping("/api/exchange/matters")
    List<PeerTables.Handed> matters() {
        return tables.matters();
    }

    /** What was said, and how it was answered. */
    record Said(String reference, int answer) {}

    /** Somebody called the hotline; it hands their matter over. JSON alone: a form of another site could send nothing else. */
    @PostMapping(path = "/api/exchange/matters", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Said handOver() {
        var reference = handedOver.nextReference();
        return new Said(reference, peer.say(reference, MessageKind.HAND_OVER, handedOver.body()));
    }

    @GetMapping("/api/exchange/messages")
    List<PeerMessage> messages(@RequestParam String reference) {
        return tables.thread(reference);
    }

    /** What the hotline is to say. */
    record Wanted(String reference, String kind, JsonNode body) {

        Wanted {
            if (reference == null || body == null || MessageKind.of(kind).isEmpty()) {
                throw new IllegalArgumentException("reference, kind and body are expected");
            }
        }

        /** Without what is to be said. */
        @Override
        public String toString() {
            return "Wanted[kind=" + kind + "]";
        }
    }

    @PostMapping("/api/exchange/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Said say(@RequestBody Wanted wanted) {
        var kind = MessageKind.of(wanted.kind()).orElseThrow();
        return new Said(wanted.reference(), peer.say(wanted.reference(), kind, wanted.body()));
    }

    @PostMapping(path = "/api/exchange/messages/{id}/again", consumes = MediaType.APPLICATION_JSON_VALUE)
    Said again(@PathVariable long id) {
        var said = tables.said(id).orElseThrow(() -> new IllegalArgumentException("there is no such message"));
        return new Said(said.reference(), peer.again(said));
    }

    /** What can be said, with what belongs to it. */
    record Kind(String kind, List<FieldRule> fields) {}

    @GetMapping("/api/exchange/kinds")
    List<Kind> kinds() {
        return Arrays.stream(MessageKind.values())
                .filter(kind -> kind.travels(Way.IN) && kind != MessageKind.HAND_OVER)
                .map(kind -> new Kind(kind.code(), kind.fields()))
                .toList();
    }

    /** Who has to do what about the matter. */
    @GetMapping("/api/exchange/turns")
    List<WhoseTurn.Turn> turns(@RequestParam String reference, Locale reader) {
        return complaints
                .find(Channel.CITY_12345, reference)
                .map(Complaint::person)
                .map(person -> whoseTurn.about(List.of(person), reader))
                .orElse(List.of());
    }

    record Mood(PeerMood mood) {

        Mood {
            if (mood == null) {
                throw new IllegalArgumentException(
                        "mood is missing: one of %s is expected".formatted(List.of(PeerMood.values())));
            }
        }
    }

    @GetMapping("/api/exchange/mood")
    Mood mood() {
        return new Mood(peer.mood());
    }

    @PutMapping("/api/exchange/mood")
    Mood be(@RequestBody Mood wanted) {
        peer.be(wanted.mood());
        return wanted;
    }
}
