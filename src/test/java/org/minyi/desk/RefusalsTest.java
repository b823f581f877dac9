package org.minyi.desk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Why a step was refused, in Chinese: each sentence is one that Minyi says. */
class RefusalsTest {

    private static final Path CHINESE =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/refusals-0.1.0.json");

    private static final Pattern FACT = Pattern.compile("\\{\\d}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)+)\"");

    @Test
    void each_sentence_stands_in_a_room_as_it_is_said() throws IOException {
        var said = LITERAL.matcher(rooms())
                .results()
                .map(found -> found.group(1).replaceAll("%[sd]", "{}"))
                .toList();

        assertThat(chinese()).hasSizeGreaterThan(40);
        assertThat(chinese().keySet()).allSatisfy(sentence -> assertThat(said)
                .contains(FACT.matcher(sentence).replaceAll("{}")));
    }

    @Test
    void the_chinese_names_no_fact_that_the_sentence_does_not() throws IOException {
        chinese().forEach((sentence, chinese) -> {
            assertThat(facts(sentence)).as("in order").isSorted().containsAll(facts(chinese));
            assertThat(chinese).containsPattern("\\p{IsHan}").endsWith("。");
        });
    }

    private static List<String> facts(String text) {
        return FACT.matcher(text).results().map(fact -> fact.group()).toList();
    }

    /** A sentence may be written over several lines. */
    private static String rooms() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(RefusalsTest::text)
                    .collect(joining("\n"))
                    .replaceAll("\"\\s*\\+\\s*\"", "");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> chinese() throws IOException {
        return new ObjectMapper().readValue(CHINESE.toFile(), new TypeReference<>() {});
    }
}
