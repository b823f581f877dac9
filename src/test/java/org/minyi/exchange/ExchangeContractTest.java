package org.minyi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minyi.complaint.Kind;
import org.minyi.extension.PauseReason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/exchange.yaml says is what the code does: every kind, every field, and each example is read as it stands. */
class ExchangeContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode contract = read();
    private final EnvelopeForm form = new EnvelopeForm(JSON);

    static JsonNode read() {
        try (var text = Files.newBufferedReader(Path.of("docs/exchange.yaml"))) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return JSON.valueToTree(read);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Test
    void it_is_an_openapi_document() throws IOException {
        try (var schema = ExchangeContractTest.class.getResourceAsStream("/openapi-3.1.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(contract))
                    .isEmpty();
        }
        var without = contract.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) without).remove("info");
        try (var schema = ExchangeContractTest.class.getResourceAsStream("/openapi-3.1.schema.json")) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(without))
                    .isNotEmpty();
        }
    }

    @Test
    void each_way_has_the_kinds_that_travel_it() {
        assertThat(kinds("toMinyi")).containsExactlyInAnyOrderElementsOf(travelling(Way.IN));
        assertThat(kinds("fromMinyi")).containsExactlyInAnyOrderElementsOf(travelling(Way.OUT));
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = contract.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        contract.at(reference.substring(1)).isObject())
                .as(reference)
                .isTrue());
    }

    @Test
    void the_envelope_is_as_it_is_read() {
        var envelope = contract.at("/components/schemas/envelope");
        for (var rule : EnvelopeForm.ofAll()) {
            assertThat(asRule(
                            rule.name(), envelope.at("/properties/" + rule.name()), isRequired(envelope, rule.name())))
                    .as(rule.name())
                    .isEqualTo(rule);
        }
        assertThat(names(envelope.path("properties")))
                .containsExactlyInAnyOrder("id", "reference", "number", "sequence", "kind", "time", "body");
    }

    @ParameterizedTest
    @EnumSource
    void each_field_of_a_kind_is_as_it_is_read(MessageKind kind) {
        var body = contract.at("/components/schemas/" + kind.code() + "/properties/body");
        assertThat(names(body.path("properties")))
                .containsExactlyInAnyOrderElementsOf(
                        kind.fields().stream().map(FieldRule::name).toList());
        for (var rule : kind.fields()) {
            assertThat(asRule(rule.name(), body.at("/properties/" + rule.name()), isRequired(body, rule.name())))
                    .as(rule.name())
                    .satisfies(told -> {
                        assertThat(told.required()).isEqualTo(rule.required());
                        assertThat(told.shape()).isEqualTo(rule.shape());
                        // A list of codes is shorter than what is read.
                        assertThat(told.most()).isLessThanOrEqualTo(rule.most());
                        if (!body.at("/properties/" + rule.name()).has("enum")) {
                            assertThat(told.most()).isEqualTo(rule.most());
                        }
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_example_is_read_as_it_stands(MessageKind kind) throws IOException {
        var examples = contract.at("/components/schemas/" + kind.code() + "/examples");
        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            for (var way : Way.values()) {
                var read = form.read(example.toString(), way);
                assertThat(read.faults().isEmpty())
                        .as("%s %s", way, read.faults())
                        .isEqualTo(kind.travels(way));
            }
        }
    }

    @Test
    void the_codes_it_lists_are_those_we_say() {
        assertThat(codes("hand-over", "matterKind")).isEqualTo(named(Kind.values()));
        assertThat(codes("suspension-request", "reason")).isEqualTo(named(PauseReason.values()));
    }

    private Set<String> codes(String kind, String field) {
        var codes = new TreeSet<String>();
        contract.at("/components/schemas/%s/properties/body/properties/%s/enum".formatted(kind, field))
                .forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static Set<String> named(Enum<?>[] constants) {
        return new TreeSet<>(Arrays.stream(constants).map(Enum::name).toList());
    }

    private List<String> kinds(String way) {
        return StreamSupport.stream(
                        contract.at("/components/schemas/" + way + "/oneOf").spliterator(), false)
                .map(one -> one.path("$ref").asText().replace("#/components/schemas/", ""))
                .toList();
    }

    private static List<String> travelling(Way way) {
        return Arrays.stream(MessageKind.values())
                .filter(kind -> kind.travels(way))
                .map(MessageKind::code)
                .toList();
    }

    private static boolean isRequired(JsonNode schema, String name) {
        return StreamSupport.stream(schema.path("required").spliterator(), false)
                .anyMatch(one -> one.asText().equals(name));
    }

    private static List<String> names(JsonNode properties) {
        var names = new ArrayList<String>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The rule that the document's schema of a field amounts to. */
    private static FieldRule asRule(String name, JsonNode schema, boolean required) {
        var pattern = schema.path("pattern").asText();
        if (schema.has("enum")) {
            var longest = StreamSupport.stream(schema.get("enum").spliterator(), false)
                    .mapToInt(code -> code.asText().length())
                    .max()
                    .orElseThrow();
            return new FieldRule(name, required, FieldRule.Shape.CODE, longest);
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> new FieldRule(name, required, FieldRule.Shape.TRUTH, 0);
            case "integer" ->
                new FieldRule(
                        name,
                        required,
                        FieldRule.Shape.COUNT,
                        schema.path("maximum").asInt());
            default -> {
                if (schema.path("format").asText().equals("date-time")) {
                    yield new FieldRule(name, required, FieldRule.Shape.INSTANT, 0);
                }
                if (pattern.equals("^[0-9]{12}$")) {
                    yield new FieldRule(name, required, FieldRule.Shape.UNIT, 0);
                }
                yield pattern.isEmpty()
                        ? new FieldRule(
                                name,
                                required,
                                FieldRule.Shape.WORDS,
                                schema.path("maxLength").asInt())
                        : new FieldRule(
                                name,
                                required,
                                FieldRule.Shape.CODE,
                                Integer.parseInt(pattern.replaceAll("^.*\\{1,(\\d+)}\\$$", "$1")));
            }
        };
    }
}
