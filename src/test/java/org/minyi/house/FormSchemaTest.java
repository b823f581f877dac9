package org.minyi.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form holds only what Tasklist can draw, and takes free text only in fields that are sealed at the door. */
class FormSchemaTest {

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_can_be_drawn_and_keeps_free_text_sealed(Path form) throws IOException {
        var json = new ObjectMapper().readTree(Files.readString(form));
        try (var schema = FormSchemaTest.class.getResourceAsStream("/form.schema.json")) {
            var faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(json);
            assertThat(faults).isEmpty();
        }
        assertThat(json.get("id").asText() + ".form")
                .isEqualTo(form.getFileName().toString());
    }

    static Stream<Path> forms() throws IOException {
        try (var found = Files.walk(Path.of("src/main/resources/forms"))) {
            return found.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }
}
