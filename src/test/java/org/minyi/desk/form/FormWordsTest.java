package org.minyi.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The forms as delivered, in Chinese: every sentence, and none that no form says. */
class FormWordsTest {

    private static final Pattern READ =
            Pattern.compile("label|description|text|dateLabel|timeLabel|title|altText|.*[mM]essage");

    /** Said in a list that a room puts into a form. */
    private static final Pattern IN_A_LIST = Pattern.compile("new Choice\\(\"([^\"]+)\"");

    private static final Pattern FACT = Pattern.compile("\\{\\{\\w+}}|\\*\\*");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_sentence_of_a_form_has_its_chinese_and_every_chinese_its_sentence() throws IOException {
        var said = said();

        assertThat(said).hasSizeGreaterThan(250);
        assertThat(chinese().keySet()).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void the_chinese_says_it_with_the_same_facts() throws IOException {
        chinese().forEach((english, chinese) -> {
            assertThat(facts(chinese)).as(english).isEqualTo(facts(english));
            assertThat(chinese).as(english).containsPattern(english.matches("\\d+") ? "\\d" : "\\p{IsHan}");
            assertThat(chinese).as(english).doesNotContainPattern("[,;!?]|[a-z] [a-z]|\\. ");
        });
    }

    @Test
    void whoever_reads_english_reads_it_as_it_is() throws IOException {
        for (var file : forms()) {
            var form = json.readTree(file.toFile());
            var before = form.deepCopy();
            new FormWords(json).translate(form, Locale.ENGLISH);
            assertThat(form).isEqualTo(before);
            new FormWords(json).translate(form, Locale.SIMPLIFIED_CHINESE);
            assertThat(read(form, new ArrayList<>()))
                    .as(file.toString())
                    .allMatch(text -> text.matches("(?s).*\\p{IsHan}.*|\\d+"));
        }
    }

    private Set<String> said() throws IOException {
        var said = new HashSet<String>();
        for (var file : forms()) {
            said.addAll(read(json.readTree(file.toFile()), new ArrayList<>()));
        }
        try (var rooms = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    rooms.filter(one -> one.toString().endsWith(".java")).toList()) {
                IN_A_LIST.matcher(Files.readString(file)).results().forEach(found -> said.add(found.group(1)));
            }
        }
        return said;
    }

    private static List<Path> forms() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).toList();
        }
    }

    private static List<String> read(JsonNode node, List<String> found) {
        node.properties().forEach(field -> {
            if (READ.matcher(field.getKey()).matches()
                    && field.getValue().isTextual()
                    && !field.getValue().asText().isBlank()) {
                found.add(field.getValue().asText());
            }
        });
        node.forEach(part -> read(part, found));
        return found;
    }

    private Map<String, String> chinese() throws IOException {
        return json.readValue(
                Path.of("src/main/resources/messages/desk.zh.json").toFile(), new TypeReference<>() {});
    }

    private static List<String> facts(String text) {
        return FACT.matcher(text).results().map(fact -> fact.group()).sorted().toList();
    }
}
