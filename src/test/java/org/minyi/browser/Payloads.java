package org.minyi.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The list of texts that would like to be more than texts: src/test/resources/attacks/xss.txt. */
final class Payloads {

    private Payloads() {}

    static List<String> all() {
        try {
            return Files.readString(Path.of("src/test/resources/attacks/xss.txt"))
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> line.replace('␤', '\n').replace('␉', '\t').replace('␁', '\u0001'))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
