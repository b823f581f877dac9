package org.minyi.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * What the steps of the drawings as delivered are called in Chinese; one file says it to the server and to Tasklist. A step
 * that a process owner has named otherwise is called as they named it, by everybody.
 */
public final class StepNames {

    private static final String FILE = "/META-INF/resources/webjars/camunda/app/tasklist/scripts/desk-names-0.1.0.json";

    private static final Map<String, String> CHINESE = read();

    private StepNames() {}

    /** The name of a step for whoever reads this language. */
    public static String in(String name, Locale reader) {
        return reader.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE.getOrDefault(name, name) : name;
    }

    private static Map<String, String> read() {
        try (var file = StepNames.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
