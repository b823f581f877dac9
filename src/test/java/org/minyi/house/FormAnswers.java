package org.minyi.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be answered in a room's forms: the values of each choice, true and false of each tick. */
final class FormAnswers {

    private final Map<String, Set<String>> answers = new HashMap<>();

    private FormAnswers() {}

    /** The named forms of the folder, read as one: a process keeps one variable per key. */
    static FormAnswers ofRoom(Path folder, Collection<String> forms) throws IOException {
        var all = new FormAnswers();
        for (var form : forms) {
            var file = folder.resolve(form + ".form");
            if (Files.exists(file)) {
                all.read(new ObjectMapper().readTree(Files.readString(file)));
            }
        }
        return all;
    }

    /** Whether a form has the key and says itself what can be answered. */
    boolean ask(String key) {
        return answers.containsKey(key);
    }

    Set<String> of(String key) {
        return answers.get(key);
    }

    private void read(JsonNode part) {
        if (part.has("key") && part.path("type").asText().equals("checkbox")) {
            put(part, List.of("true", "false"));
        } else if (part.has("key") && part.has("values")) {
            put(part, part.get("values").findValuesAsText("value"));
        }
        part.path("components").forEach(this::read);
    }

    private void put(JsonNode part, Collection<String> values) {
        answers.computeIfAbsent(part.get("key").asText(), key -> new HashSet<>())
                .addAll(values);
    }
}
