package org.minyi.desk.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the forms as delivered say, in Chinese: messages/desk.zh.json, sentence by sentence. What a process owner has worded
 * otherwise stands there as they worded it, for everybody.
 */
@Component
class FormWords {

    /** Where something stands in a form that people read. */
    private static final List<String> READ = List.of("label", "description", "text", "dateLabel", "timeLabel");

    private final Map<String, String> chinese;

    FormWords(ObjectMapper json) {
        try (var file = FormWords.class.getResourceAsStream("/messages/desk.zh.json")) {
            chinese = json.readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts the form, its choices included, into its reader's language. */
    void translate(JsonNode form, Locale reader) {
        if (reader.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            translate(form);
        }
    }

    private void translate(JsonNode node) {
        if (node instanceof ObjectNode part) {
            for (var place : READ) {
                var said = part.get(place);
                if (said != null && chinese.containsKey(said.textValue())) {
                    part.put(place, chinese.get(said.textValue()));
                }
            }
        }
        node.forEach(this::translate);
    }
}
