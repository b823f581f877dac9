package org.minyi.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.minyi.complaint.Fault;
import org.springframework.stereotype.Component;

/** Reads and writes envelopes. What it does not know it refuses: a field misspelt is a field not heard. */
@Component
public class EnvelopeForm {

    private static final Set<String> FIELDS = Set.of("id", "reference", "number", "sequence", "kind", "time", "body");
    private static final FieldRule ID = FieldRule.must("id", FieldRule.Shape.WORDS, 100);
    private static final FieldRule REFERENCE = FieldRule.must("reference", FieldRule.Shape.WORDS, 90);
    private static final FieldRule NUMBER = FieldRule.may("number", FieldRule.Shape.WORDS, 40);
    private static final FieldRule SEQUENCE = FieldRule.must("sequence", FieldRule.Shape.COUNT, 100_000);
    private static final FieldRule TIME = FieldRule.must("time", FieldRule.Shape.INSTANT, 0);
    private static final List<FieldRule> OF_ALL = List.of(ID, REFERENCE, NUMBER, SEQUENCE, TIME);

    private final ObjectMapper json;

    EnvelopeForm(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a body was read as: an envelope, or everything that is wrong with it.
     *
     * @param envelope null where there are faults
     */
    public record Read(Envelope envelope, List<Fault> faults) {}

    /** The fields every message has, with what is expected of them. */
    static List<FieldRule> ofAll() {
        return OF_ALL;
    }

    /**
     * Reads a message that travels this way.
     *
     * @throws JsonProcessingException where it is not JSON
     */
    public Read read(String text, Way way) throws JsonProcessingException {
        var told = json.readTree(text);
        var faults = new ArrayList<Fault>();
        if (!told.isObject()) {
            return new Read(null, List.of(new Fault("", null, "a JSON object")));
        }
        unknown(told, FIELDS, "", faults);
        OF_ALL.stream()
                .filter(rule -> !rule.fits(told.path(rule.name())))
                .forEach(rule -> faults.add(new Fault(rule.name(), null, rule.expected())));
        var kind = MessageKind.of(told.path("kind").asText()).filter(one -> one.travels(way));
        kind.ifPresentOrElse(
                one -> body(one, told.path("body"), faults),
                () -> faults.add(new Fault("kind", null, "a kind of message that travels this way")));
        return faults.isEmpty() ? new Read(envelope(told, kind.orElseThrow()), List.of()) : new Read(null, faults);
    }

    private static void body(MessageKind kind, JsonNode body, List<Fault> faults) {
        if (!body.isObject()) {
            faults.add(new Fault("body", null, "a JSON object"));
            return;
        }
        var names = kind.fields().stream().map(FieldRule::name).toList();
        unknown(body, Set.copyOf(names), "body.", faults);
        kind.fields().stream()
                .filter(rule -> !rule.fits(body.path(rule.name())))
                .forEach(rule -> faults.add(new Fault("body." + rule.name(), null, rule.expected())));
    }

    /** A field's name is repeated only where it looks like one. */
    private static void unknown(JsonNode told, Set<String> known, String before, List<Fault> faults) {
        told.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                var shown = name.matches("[A-Za-z]{1,30}") ? name : "?";
                faults.add(new Fault(before + shown, null, "no such field"));
            }
        });
    }

    private static Envelope envelope(JsonNode told, MessageKind kind) {
        return new Envelope(
                told.get("id").textValue(),
                told.get("reference").textValue(),
                told.path("number").textValue(),
                told.get("sequence").intValue(),
                kind,
                OffsetDateTime.parse(told.get("time").textValue()).toInstant(),
                told.get("body"));
    }

    /** Writes a message. */
    public String written(Envelope envelope) {
        var told = json.createObjectNode()
                .put("id", envelope.id())
                .put("reference", envelope.reference())
                .put("sequence", envelope.sequence())
                .put("kind", envelope.kind().code())
                .put("time", envelope.time().atOffset(ZoneOffset.UTC).toString());
        if (envelope.number() != null) {
            told.put("number", envelope.number());
        }
        return told.<ObjectNode>set("body", envelope.body()).toString();
    }

    ObjectNode emptyBody() {
        return json.createObjectNode();
    }

    /** A body as it lies in a table. */
    JsonNode body(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a body that was kept is not JSON any more", notOurs);
        }
    }
}
