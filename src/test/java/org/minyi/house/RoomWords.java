package org.minyi.house;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The Java of a room as text: which of a drawing's variables it sets, and which words it knows. */
final class RoomWords {

    private final String java;

    private RoomWords(String java) {
        this.java = java;
    }

    static RoomWords of(Path room) throws IOException {
        try (var files = Files.walk(room)) {
            return new RoomWords(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(RoomWords::text)
                    .collect(joining()));
        }
    }

    /** Whether a delegate sets the variable, and the word stands in the room as a constant of its own. */
    boolean sets(String variable, String word) {
        var constant = Pattern.compile("Variable<\\w+> (\\w+) = Variable\\.\\w+\\(\"" + variable + "\"\\)")
                .matcher(java);
        return constant.find()
                && java.contains(constant.group(1) + ".on(execution).set(")
                && Pattern.compile("\\." + word + "\\b").matcher(java).find();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
